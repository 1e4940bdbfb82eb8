package org.bihuan.ledgers.file;

/**
 * A sheet of a file.
 *
 * @param index its place, from 0
 * @param name its name; of CSV empty
 * @param isHidden whether the sender's program does not show it
 */
public record SheetInfo(int index, String name, boolean isHidden) {}
