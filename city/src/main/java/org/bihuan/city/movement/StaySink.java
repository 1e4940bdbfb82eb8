package org.bihuan.city.movement;

/** Takes stays one by one. */
@FunctionalInterface
public interface StaySink {
    /** A stay [enterMinute, leaveMinute), in epoch minutes, by the numbers of person and place. */
    void stay(int person, int place, int enterMinute, int leaveMinute);
}
