package org.bihuan.ledgers.file;

/**
 * Cells that the sender's program shows as one.
 *
 * @param top first row, from 0
 * @param left first column, from 0
 * @param bottom last row
 * @param right last column
 */
public record MergedCells(int top, int left, int bottom, int right) {}
