package org.bihuan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.bihuan.policy.format.ListsReader;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.OwnLevels;
import org.bihuan.policy.level.WrittenLevels;
import org.bihuan.policy.level.WrittenLists;

/**
 * What is read beside facts: risk lists, response levels and flagged sources. Each file may hold all three; the three
 * options only say what somebody means by a file. A list may also be the national one as it was published, packed or not.
 */
final class LevelFiles {
    static final List<String> OPTIONS = List.of("lists", "levels", "sources");

    private LevelFiles() {}

    /**
     * Reads all that the options name.
     *
     * @param zone of the hours that a published list gives
     * @param err is told which names of a published list count for nothing
     */
    static KnownLevels read(Options options, ZoneId zone, PrintStream err) {
        WrittenLevels levels = new WrittenLevels(new WrittenLists(List.of()), OwnLevels.NONE);
        for (String option : OPTIONS) {
            for (String file : options.all(option)) {
                byte[] bytes = PublishedLists.bytes(Path.of(file));
                levels = levels.plus(
                        PublishedLists.isOne(bytes)
                                ? new PublishedLists(zone, err).read(bytes)
                                : ListsReader.ofFile(Path.of(file)));
            }
        }
        return levels.known();
    }
}
