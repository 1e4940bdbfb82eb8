package org.bihuan.app.imports.store;

import java.util.UUID;
import org.bihuan.app.imports.domain.RowParts;

/** What states a row of a sender's ledger after this version. */
public record TakenRow(String subject, int number, UUID hash, int revision, RowParts parts) {}
