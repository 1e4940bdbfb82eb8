package org.bihuan.policy.table;

/**
 * Hard limits of a decision table, so that no file can make reading, compiling or checking it slow or large. Far above
 * what a readable table needs.
 */
final class TableLimits {
    /** Bytes of a DMN file. */
    static final int FILE_BYTES = 1 << 20;

    /** Nesting of XML elements. */
    static final int XML_DEPTH = 32;

    /** Rows of a table. */
    static final int RULES = 512;

    /** Input columns of a table; a set of columns fits one long. */
    static final int COLUMNS = 64;

    /** Values a text column lists. */
    static final int VALUES_PER_COLUMN = 1024;

    /** Characters of one cell, list of values, or annotation. */
    static final int TEXT_LENGTH = 20_000;

    /** Characters of one cell. */
    static final int CELL_LENGTH = 1_000;

    /** Tests joined by commas in one cell. */
    static final int TESTS_PER_CELL = 100;

    /** Tests in all the cells of a table together. */
    static final int TESTS_PER_TABLE = 8_192;

    /** Digits of a number: fifteen survive the way to a double and back. */
    static final int NUMBER_DIGITS = 15;

    /** Characters of a name. */
    static final int NAME_LENGTH = 64;

    private TableLimits() {}
}
