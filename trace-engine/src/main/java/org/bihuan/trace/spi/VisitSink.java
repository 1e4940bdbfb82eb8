package org.bihuan.trace.spi;

/** Takes visits one by one. */
@FunctionalInterface
public interface VisitSink {
    /** A visit [enterMinute, leaveMinute), in epoch minutes, by the numbers of person and place. */
    void visit(int person, int place, int enterMinute, int leaveMinute);
}
