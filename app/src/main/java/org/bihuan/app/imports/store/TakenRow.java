package org.bihuan.app.imports.store;

import java.util.UUID;
import org.bihuan.app.imports.domain.RowParts;

/**
 * What states a row of a sender's ledger after this version.
 *
 * @param person id of the subject of its facts
 * @param isNew whether nothing stated it before
 */
public record TakenRow(
        String subject, int number, UUID hash, int revision, RowParts parts, String person, boolean isNew) {}
