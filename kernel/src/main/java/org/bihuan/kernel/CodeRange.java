package org.bihuan.kernel;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Digits of a code that a level owns. */
final class CodeRange extends AbstractList<DivisionCode> implements RandomAccess {
    private final long[] codes;
    private final int from;
    private final int past;

    CodeRange(long[] codes, int from, int past) {
        this.codes = codes;
        this.from = from;
        this.past = past;
    }

    @Override
    public DivisionCode get(int index) {
        if (index < 0 || index >= past - from) {
            throw new IndexOutOfBoundsException("index " + index + " of " + (past - from));
        }
        return new DivisionCode(codes[from + index]);
    }

    @Override
    public int size() {
        return past - from;
    }
}
