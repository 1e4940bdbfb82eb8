package org.bihuan.policy.pack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How facts about one happening become one episode. */
public sealed interface EpisodeDefinition {
    /** Name of the kind of episode. */
    String name();

    /** Type of subject it belongs to. */
    String subjectType();

    /**
     * Statements about one happening, anchored within a window of the earliest of them.
     *
     * @param kinds kinds of fact that state it
     * @param anchor field with the moment it hangs on
     * @param window parameter: statements whose anchors lie within it are one episode
     * @param division field with the division whose values apply, null for the fact's own division
     */
    record Folded(
            String name,
            String subjectType,
            Set<String> kinds,
            String anchor,
            String window,
            @Nullable String division) implements EpisodeDefinition {
        public Folded {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Opens when a count is known to have reached a threshold; facts join it until it has been quiet for a time.
     *
     * @param count what is counted
     * @param atLeast parameter: the threshold
     * @param quiet parameter: it ends this long after its last fact, and not sooner after it opened
     */
    record Counted(String name, String subjectType, CountDefinition count, String atLeast, String quiet)
            implements EpisodeDefinition {}

    /** Lasts as long as a related subject signals one of the values. */
    record Signalled(String name, String subjectType, String signal, Set<String> values) implements EpisodeDefinition {
        public Signalled {
            values = Set.copyOf(values);
        }
    }
}
