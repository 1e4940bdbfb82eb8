package org.bihuan.trace.index;

import org.bihuan.trace.internal.file.FileMark;

/**
 * A journal file of the index.
 *
 * @param day UTC day of enter
 * @param mark the file
 * @param rows accepted rows in it; enters kept only to cut assumed stays short are not counted
 * @param openRows rows among them without leave
 */
record RowsEntry(int day, FileMark mark, int rows, int openRows) {}
