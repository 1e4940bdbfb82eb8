package org.bihuan.app.imports.web;

import java.util.List;

/**
 * The form that takes a file, with what was typed.
 *
 * @param sender name of the ledger
 * @param drawnUp local day and time
 * @param isWhole whether it is the whole ledger
 * @param senders names known
 * @param megabytes largest file
 * @param error what was wrong, empty when nothing was
 */
public record ImportForm(
        String sender, String drawnUp, boolean isWhole, List<String> senders, long megabytes, String error) {}
