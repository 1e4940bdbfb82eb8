package org.bihuan.policy.table;

/**
 * A number at which the answer of a table may change as the input grows.
 *
 * @param value in the unit of the column
 * @param changesAfter false: the answer at the value differs from the answer just below it ({@code < 168} changes at
 *     168); true: the answer just above differs from the answer at the value ({@code <= 168} changes just after 168)
 */
public record Threshold(double value, boolean changesAfter) {}
