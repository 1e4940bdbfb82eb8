package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a frozen figure by all its corrections together.
 *
 * @param key which figure
 * @param was what it said before the first of them, null for not known
 * @param is what it would say after the last, null for not known
 * @param times how many they are
 * @param foundAt when the last was seen
 */
public record NetCorrection(
        String key, @Nullable Long was, @Nullable Long is, int times, Instant foundAt) {

    /** Those of whole figures, in the order in which each was first seen to be another. */
    static List<NetCorrection> of(List<FigureCorrection> corrections) {
        Map<String, NetCorrection> net = new LinkedHashMap<>();
        for (FigureCorrection each : corrections) {
            if (each.place() == null) {
                NetCorrection before = net.get(each.key());
                net.put(
                        each.key(),
                        before == null
                                ? new NetCorrection(each.key(), each.oldValue(), each.newValue(), 1, each.foundAt())
                                : new NetCorrection(
                                        each.key(), before.was(), each.newValue(), before.times() + 1, each.foundAt()));
            }
        }
        return new ArrayList<>(net.values());
    }
}
