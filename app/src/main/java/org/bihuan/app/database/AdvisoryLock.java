package org.bihuan.app.database;

/**
 * The locks of PostgreSQL that stand for no row. They stand together so that no two things ever wait for each other
 * because somebody gave them the same number.
 */
public enum AdvisoryLock {
    /** Facts hold it together; facts with corrections or links alone, so that each sees what the other has done. */
    FACTS,
    /** Who judges holds it together with others; who changes what is judged by, alone. */
    RULES,
    /** Who adds an entry of the record holds it together with others; who closes a batch, alone. */
    AUDIT,
    /** Who changes risk lists holds it alone. */
    RISK_LISTS;

    private static final long FIRST = 0x6269_6875_616e_0001L;

    /** The number that PostgreSQL knows it by. */
    public long key() {
        return FIRST + ordinal();
    }
}
