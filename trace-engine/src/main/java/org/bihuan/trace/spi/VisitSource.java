package org.bihuan.trace.spi;

/** Holds the visits: the record a day's segment is built from, and built again from when its file is damaged. */
public interface VisitSource {
    /**
     * Hands over every visit entered on the UTC day, with its leave resolved, in any order; overlapping and repeated
     * visits do no harm.
     */
    void forEachVisit(int epochDay, VisitSink sink);
}
