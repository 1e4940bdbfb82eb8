package org.bihuan.places.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list changes against the one before it.
 *
 * @param changes the lines that changed, strictest first, then in the order of the lists
 * @param unchanged how many lines say the same as before
 * @param isOtherScheme whether the two grade by different schemes: then nothing is raised or lowered, since their levels
 *     are not comparable
 */
public record ListDifference(List<Change> changes, int unchanged, boolean isOtherScheme) {
    /** Kinds of change. */
    public enum Kind {
        RAISED,
        ADDED,
        LOWERED,
        REMOVED
    }

    /**
     * An area whose level changed.
     *
     * @param from level before, null when it was not listed
     * @param to level now, null when it is no longer listed
     */
    public record Change(
            Kind kind,
            AreaName name,
            Resolution where,
            @Nullable String from,
            @Nullable String to) {}

    public ListDifference {
        changes = List.copyOf(changes);
    }

    /** What the later list changes. */
    public static ListDifference between(
            RiskScheme schemeBefore, List<ListedArea> before, RiskScheme schemeAfter, List<ListedArea> after) {
        boolean isOther = !schemeBefore.id().equals(schemeAfter.id());
        Map<String, ListedArea> old = byKey(schemeBefore, before);
        Map<String, ListedArea> now = byKey(schemeAfter, after);
        List<Change> changes = new ArrayList<>();
        int same = 0;
        for (Map.Entry<String, ListedArea> each : now.entrySet()) {
            ListedArea area = each.getValue();
            ListedArea was = old.get(each.getKey());
            if (was == null) {
                changes.add(new Change(Kind.ADDED, area.name(), area.where(), null, area.level()));
            } else if (isOther || was.level().equals(area.level())) {
                same++;
            } else {
                boolean isRaised = schemeAfter.rank(area.level()) < schemeAfter.rank(was.level());
                changes.add(new Change(
                        isRaised ? Kind.RAISED : Kind.LOWERED, area.name(), area.where(), was.level(), area.level()));
            }
        }
        for (Map.Entry<String, ListedArea> each : old.entrySet()) {
            if (!now.containsKey(each.getKey())) {
                ListedArea was = each.getValue();
                changes.add(new Change(Kind.REMOVED, was.name(), was.where(), was.level(), null));
            }
        }
        changes.sort((a, b) -> a.kind().compareTo(b.kind()));
        return new ListDifference(changes, same, isOther);
    }

    private static Map<String, ListedArea> byKey(RiskScheme scheme, List<ListedArea> areas) {
        Map<String, ListedArea> byKey = new LinkedHashMap<>();
        for (ListedArea area : areas) {
            byKey.merge(
                    area.key(),
                    area,
                    (one, other) -> scheme.rank(one.level()) <= scheme.rank(other.level()) ? one : other);
        }
        return byKey;
    }

    /** How many changes there are of the kind. */
    public long count(Kind kind) {
        return changes.stream().filter(each -> each.kind() == kind).count();
    }
}
