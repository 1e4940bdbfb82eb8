package org.bihuan.app.api;

import java.util.List;
import java.util.Set;

/**
 * What became of a ledger.
 *
 * @param name its name
 * @param rows rows read
 * @param recordedRows rows of which at least one fact is new and none was refused
 * @param repeatedRows rows known already
 * @param refused number of rows refused or in conflict with what the ledger of this name said before
 * @param facts facts that are new
 * @param refusedRows the first 1,000 of the rows not taken, by line, with what is wrong
 * @param ignoredColumns columns that mean nothing here
 */
record LedgerAnswer(
        String name,
        long rows,
        long recordedRows,
        long repeatedRows,
        long refused,
        long facts,
        List<RefusedRow> refusedRows,
        Set<String> ignoredColumns) {

    /** A row that was not taken: its line, the header being line 1. */
    record RefusedRow(long line, List<ErrorAnswer> errors) {}
}
