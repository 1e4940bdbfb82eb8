package org.bihuan.places.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is in force from a moment on until the next comes, asked along two axes: at which moment, and as known when. A
 * publication that came late counts for its own time, one that was withdrawn counts for nobody who knew of that, and of
 * two for one moment the later known one counts. Immutable.
 */
public final class InForce<T> {
    private final List<ListVersion<T>> versions;

    public InForce(List<ListVersion<T>> versions) {
        List<ListVersion<T>> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.comparing((ListVersion<T> each) -> each.from()).thenComparing(ListVersion::knownAt));
        this.versions = List.copyOf(sorted);
    }

    /** What was in force at the moment, as known at another; the first minute of a version is its own. */
    public Optional<ListVersion<T>> at(Instant moment, Instant known) {
        for (int i = last(moment); i >= 0; i--) {
            if (versions.get(i).isKnown(known)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** What was in force before the version of that beginning. */
    public Optional<ListVersion<T>> before(ListVersion<T> version, Instant known) {
        return at(version.from().minusNanos(1), known);
    }

    /** All of them, by the moment they are in force from. */
    public List<ListVersion<T>> all() {
        return versions;
    }

    /** Index of the last version that begins at or before the moment. */
    private int last(Instant moment) {
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (versions.get(middle).from().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }
}
