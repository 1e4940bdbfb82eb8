package org.bihuan.ledgers.header;

import java.util.List;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Ledger;

/**
 * A row of a ledger, read.
 *
 * @param source the row as it stands in the file
 * @param row its values by column, in the form that facts carry; without meaning when there are errors
 * @param errors what cannot be taken, each named by the sender's own header
 */
public record LedgerRow(SheetRow source, Ledger.Row row, List<FieldError> errors) {
    public LedgerRow {
        errors = List.copyOf(errors);
    }

    /** Whether nothing is wrong with it. */
    public boolean isGood() {
        return errors.isEmpty();
    }
}
