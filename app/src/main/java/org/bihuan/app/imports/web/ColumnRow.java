package org.bihuan.app.imports.web;

import java.util.List;

/**
 * A column of a ledger in the preview.
 *
 * @param number its place, from 0
 * @param label the sender's header
 * @param samples the first values below it
 * @param chosen what it fills, as the form sends it
 * @param note what is to be known of it, empty when nothing
 */
public record ColumnRow(int number, String label, List<String> samples, String chosen, String note) {}
