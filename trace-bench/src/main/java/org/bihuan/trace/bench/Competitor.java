package org.bihuan.trace.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.bihuan.trace.internal.segment.DaySegment;

/** One of the engines compared. All answer in ints, sorted by person, times in epoch minutes. */
interface Competitor extends AutoCloseable {
    String name();

    /** Takes the united stays; returns the seconds from the first stay to being ready for questions. */
    double load(List<DaySegment> days) throws IOException, SQLException;

    /** Bytes on disk of everything the questions need. */
    long bytes() throws IOException, SQLException;

    /** Rows person, minutes, encounters, first, last. */
    Answer firstRing(int person, Question question) throws SQLException;

    /** Rows person. */
    Answer secondRingMembers(int person, Question question) throws SQLException;

    /** Rows person, via count, first exposed. */
    Answer secondRing(int person, Question question) throws SQLException;

    /** Rows case, person, minutes, encounters, first, last. */
    Answer firstRings(List<Integer> cases, Question question) throws SQLException;

    @Override
    void close() throws IOException, SQLException;
}
