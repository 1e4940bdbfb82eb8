package org.bihuan.cli;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.policy.format.ListsReader;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.OwnLevels;
import org.bihuan.policy.level.WrittenLevels;
import org.bihuan.policy.level.WrittenLists;

/**
 * What is read beside facts: risk lists, response levels and flagged sources. Each file may hold all three; the three
 * options only say what somebody means by a file.
 */
final class LevelFiles {
    static final List<String> OPTIONS = List.of("lists", "levels", "sources");

    private LevelFiles() {}

    static KnownLevels read(Options options) {
        WrittenLevels levels = new WrittenLevels(new WrittenLists(List.of()), OwnLevels.NONE);
        for (String option : OPTIONS) {
            for (String file : options.all(option)) {
                levels = levels.plus(ListsReader.ofFile(Path.of(file)));
            }
        }
        return levels.known();
    }
}
