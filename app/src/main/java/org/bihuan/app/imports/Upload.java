package org.bihuan.app.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.pack.Wording;

/**
 * A file somebody sent and what has become of it.
 *
 * @param id its id
 * @param sender whose ledger it is; versions of one ledger have one sender
 * @param fileName name of the file as sent
 * @param form xlsx, xls or csv
 * @param sheet which sheet is read, from 0
 * @param sheets names of the sheets that can be chosen, hidden ones marked
 * @param drawnUpAt when the sender drew it up; days without a year lie near it
 * @param isWhole whether it is the whole ledger, so that rows missing from it are gone
 * @param uploadedBy who sent it in
 * @param uploadedAt when
 * @param state where it is
 * @param message why it cannot be read, both empty when it can
 * @param header which rows the header takes, 0 while none is known
 * @param labels header of each column
 * @param targets what each column fills, as the mapping writes it down
 * @param sample the first rows, as they stand in the file
 * @param counts what its rows are
 * @param attempt how many times its file has been read
 */
public record Upload(
        UUID id,
        String sender,
        String fileName,
        String form,
        int sheet,
        List<String> sheets,
        Instant drawnUpAt,
        boolean isWhole,
        String uploadedBy,
        Instant uploadedAt,
        State state,
        Wording message,
        HeaderRows header,
        List<String> labels,
        String targets,
        List<List<String>> sample,
        Counts counts,
        int attempt) {
    /** Life of an upload. */
    public enum State {
        /** Being read. */
        NEW,
        /** Read; waits for somebody to confirm it. */
        CHECKED,
        /** Cannot be read; the message says why. */
        UNREADABLE,
        /** Confirmed; becomes facts. */
        TAKING,
        /** All its good rows are facts. */
        DONE,
        /** File and rows are deleted; counts and facts stay. */
        FORGOTTEN
    }

    /** First and last row of the header. */
    public record HeaderRows(long first, long last) {}

    /**
     * Rows by what becomes of them.
     *
     * @param read all rows
     * @param refused rows with something wrong
     * @param doubled rows that say word for word what an earlier row of the file says
     * @param added rows the sender never sent before
     * @param changed rows that say something else than the version before
     * @param same rows that say the same
     * @param gone rows of the version before that a whole ledger no longer has; reported, nothing more
     * @param facts facts recorded
     */
    public record Counts(
            long read, long refused, long doubled, long added, long changed, long same, long gone, long facts) {
        /** Rows with nothing wrong. */
        public long good() {
            return read - refused;
        }
    }

    public Upload {
        sheets = List.copyOf(sheets);
        labels = List.copyOf(labels);
        sample = List.copyOf(sample);
    }
}
