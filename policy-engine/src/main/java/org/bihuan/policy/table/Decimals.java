package org.bihuan.policy.table;

import java.math.BigDecimal;

/** Doubles as the shortest decimals people would write. */
final class Decimals {
    private Decimals() {}

    /** Plain decimal text that reads back as the same double. */
    static String text(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** A whole number below the value when doubles are that fine there, otherwise the next double. */
    static double below(double value) {
        double whole = Math.ceil(value) - 1;
        return whole < value ? whole : Math.nextDown(value);
    }

    /** A whole number above the value when doubles are that fine there, otherwise the next double. */
    static double above(double value) {
        double whole = Math.floor(value) + 1;
        return whole > value ? whole : Math.nextUp(value);
    }

    /** A double strictly between, as round as easily found; the two must not be neighbours. */
    static double between(double low, double high) {
        double whole = above(low);
        if (whole < high) {
            return whole;
        }
        double middle = low / 2 + high / 2;
        return middle > low && middle < high ? middle : Math.nextUp(low);
    }
}
