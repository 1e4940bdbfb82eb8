package org.bihuan.app.backup;

import java.util.List;

/**
 * What a backup holds; lies in it as {@code manifest.json}.
 *
 * @param format number of this form of backups
 * @param madeAt machine time of the database at the beginning, ISO 8601
 * @param postgresql version of the server that the rows come from
 * @param migrations the scripts that had been applied
 * @param partitions parts of tables that were made while the program ran
 * @param tables the rows
 * @param sequences what numbers had been given out
 * @param files what else lay in the data folder
 */
record Manifest(
        int format,
        String madeAt,
        String postgresql,
        List<Migration> migrations,
        List<Partition> partitions,
        List<Content> tables,
        List<Sequence> sequences,
        List<Content> files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /**
     * A script that was applied.
     *
     * @param checksum Flyway's checksum of its text
     */
    record Migration(String module, String version, int checksum) {}

    /**
     * A part of a partitioned table.
     *
     * @param bound as in CREATE TABLE: FOR VALUES ...
     */
    record Partition(String parent, String name, String bound) {}

    /** The last number that a sequence gave out. */
    record Sequence(String name, long last) {}

    /**
     * One entry of the archive.
     *
     * @param entry its name there
     * @param name what it is in the installation: schema and table, or the path of a file below the data folder
     * @param columns of a table, in the order of the rows, quoted where that is needed; empty for a file
     * @param rows of a table; 0 for a file
     * @param bytes before packing
     * @param sha256 of these bytes
     */
    record Content(String entry, String name, List<String> columns, long rows, long bytes, String sha256) {}
}
