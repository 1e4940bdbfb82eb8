package org.bihuan.trace.internal.query;

import org.bihuan.trace.api.IdOrder;

/**
 * What every question of one moment looks at.
 *
 * @param segments the stays
 * @param people order of the people's ids
 * @param places order of the places' ids
 */
public record Snapshot(SegmentSet segments, IdOrder people, IdOrder places) {
    /** One more than any person's number or rank that can occur. */
    int personLimit() {
        return Math.max(segments.people(), people.size());
    }
}
