package org.bihuan.policy.table;

import java.util.List;

/**
 * The values of one column cut into slots, so that every cell of the column has one answer in each slot. Text: a slot a
 * listed word. Boolean: 0 false, 1 true. Number: with breakpoints b0 < b1 < ..., slot 2i+1 is exactly bi, slot 2i the
 * open stretch below it, the last slot all above. Immutable.
 */
final class ColumnSlots {
    static final int FALSE = 0;
    static final int TRUE = 1;

    /** Up to this many breakpoints are counted one by one, more are searched. */
    private static final int FEW = 8;

    private final InputColumn column;
    private final TextIndex words;
    private final double[] breakpoints;

    /** Breakpoints sorted, without repeats; empty for other columns than numbers. */
    ColumnSlots(InputColumn column, double[] breakpoints) {
        this.column = column;
        this.words = new TextIndex(column.allowed());
        this.breakpoints = breakpoints;
    }

    InputColumn column() {
        return column;
    }

    TextIndex words() {
        return words;
    }

    double[] breakpoints() {
        return breakpoints;
    }

    int count() {
        return switch (column.type()) {
            case TEXT -> column.allowed().size();
            case BOOLEAN -> 2;
            case NUMBER -> 2 * breakpoints.length + 1;
        };
    }

    /** The slot of a finite number: two for each breakpoint below it, one more when it is a breakpoint. */
    static int numberSlot(double[] breakpoints, double value) {
        if (breakpoints.length <= FEW) {
            int slot = 0;
            // Counting has no branch that the processor could guess wrong
            for (double breakpoint : breakpoints) {
                slot += (breakpoint < value ? 1 : 0) + (breakpoint <= value ? 1 : 0);
            }
            return slot;
        }
        int low = 0;
        int high = breakpoints.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (breakpoints[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < breakpoints.length && breakpoints[low] == value ? 2 * low + 1 : 2 * low;
    }

    /** Whether some double lies in the slot of a number column: between two neighbours there may be none. */
    boolean isInhabited(int slot) {
        int above = slot / 2;
        return column.type() != InputType.NUMBER
                || slot % 2 == 1
                || above == 0
                || above == breakpoints.length
                || Math.nextUp(breakpoints[above - 1]) < breakpoints[above];
    }

    /** One value of the slot as an S-FEEL literal. */
    String example(int slot) {
        return switch (column.type()) {
            case TEXT -> new Endpoint.TextLiteral(column.allowed().get(slot)).toString();
            case BOOLEAN -> Boolean.toString(slot == TRUE);
            case NUMBER -> Decimals.text(exampleNumber(slot));
        };
    }

    private double exampleNumber(int slot) {
        int above = slot / 2;
        int count = breakpoints.length;
        if (slot % 2 == 1) {
            return breakpoints[above];
        }
        if (count == 0) {
            return 0;
        }
        if (above == 0) {
            return Decimals.below(breakpoints[0]);
        }
        return above == count
                ? Decimals.above(breakpoints[count - 1])
                : Decimals.between(breakpoints[above - 1], breakpoints[above]);
    }

    /** S-FEEL tests that together hold in exactly these slots, given in ascending order. */
    String cell(List<Integer> slots) {
        if (slots.size() == count()) {
            return "-";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < slots.size(); i++) {
            int first = slots.get(i);
            while (column.type() == InputType.NUMBER && i + 1 < slots.size() && slots.get(i + 1) == slots.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ").append(run(first, slots.get(i)));
        }
        return text.toString();
    }

    private String run(int first, int last) {
        if (column.type() != InputType.NUMBER || (first == last && first % 2 == 1)) {
            return example(first);
        }
        boolean lowOpen = first % 2 == 0;
        boolean highOpen = last % 2 == 0;
        boolean noLow = first == 0;
        boolean noHigh = last == 2 * breakpoints.length;
        String low = noLow ? "" : Decimals.text(breakpoints[lowOpen ? first / 2 - 1 : first / 2]);
        String high = noHigh ? "" : Decimals.text(breakpoints[last / 2]);
        if (noLow) {
            return (highOpen ? "< " : "<= ") + high;
        }
        return noHigh
                ? (lowOpen ? "> " : ">= ") + low
                : (lowOpen ? "(" : "[") + low + ".." + high + (highOpen ? ")" : "]");
    }
}
