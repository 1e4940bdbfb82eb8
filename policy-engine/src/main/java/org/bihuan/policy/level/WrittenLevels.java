package org.bihuan.policy.level;

import java.util.stream.Stream;
import org.bihuan.kernel.DivisionCode;

/** All that somebody wrote down of the levels of places, for scenarios and the command line. */
public record WrittenLevels(WrittenLists lists, OwnLevels own) {
    /** These and others; what the others say of one region and minute counts. */
    public WrittenLevels plus(WrittenLevels other) {
        return new WrittenLevels(
                new WrittenLists(Stream.concat(lists.lists().stream(), other.lists.lists().stream())
                        .toList()),
                new OwnLevels(
                        new DeclaredResponses(Stream.concat(
                                        own.responses().declared().stream(), other.own.responses().declared().stream())
                                .toList()),
                        new FlaggedSources(
                                Stream.concat(own.sources().flagged().stream(), other.own.sources().flagged().stream())
                                        .toList())));
    }

    /** As decisions read them: edition 1, or none at all. */
    public KnownLevels known() {
        return lists.lists().isEmpty() && own.equals(OwnLevels.NONE)
                ? KnownLevels.NONE
                : KnownLevels.of(1, this::history);
    }

    private LevelHistory history(String series, DivisionCode place) {
        LevelHistory said = own.find(series, place);
        return said == null ? lists.history(series, place) : said;
    }
}
