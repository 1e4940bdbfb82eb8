package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment worked out from an anchor: the first known of several names, moved by a parameter.
 *
 * @param anchors names of moments, first known wins: a field of the episode, {@code episode.anchor},
 *     {@code episode.latest}, {@code <measure>.from} and {@code <measure>.until}, or in a measure {@code <duty>.met}: when
 *     it became known that the last step of the duty is met or waived
 * @param parameter id of the parameter that moves it, null for not at all
 * @param backward whether it moves back
 */
public record TimePoint(List<String> anchors, @Nullable String parameter, boolean backward) {
    public TimePoint {
        anchors = List.copyOf(anchors);
    }

    /** What a duty's name is followed by to name the moment at which it is met. */
    public static final String MET = ".met";

    /** Whether it hangs on a duty, so that it is known only once the duties are. */
    public boolean awaitsDuty() {
        return anchors.stream().anyMatch(anchor -> anchor.endsWith(MET));
    }
}
