package org.bihuan.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment worked out from an anchor: the first known of several names, moved by a parameter.
 *
 * @param anchors names of moments, first known wins: a field of the episode, {@code episode.anchor},
 *     {@code episode.latest}, or {@code <measure>.from} and {@code <measure>.until}
 * @param parameter id of the parameter that moves it, null for not at all
 * @param backward whether it moves back
 */
public record TimePoint(List<String> anchors, @Nullable String parameter, boolean backward) {
    public TimePoint {
        anchors = List.copyOf(anchors);
    }
}
