package org.bihuan.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statistical code of an administrative division (统计用区划代码): 12 digits, province 2, prefecture 2, county 2,
 * township 3, village or community 3; trailing zeros mean "the whole of".
 *
 * @param value the code as a number, 110000000000 to 659999999999
 */
public record DivisionCode(long value) implements Comparable<DivisionCode> {
    /** Divisors that cut a code to province, prefecture, county, township and village. */
    private static final long[] UNIT = {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L, 1L};

    public DivisionCode {
        if (value < 110_000_000_000L || value > 999_999_999_999L) {
            throw new IllegalArgumentException("division code has 12 digits and starts at 11: " + value);
        }
    }

    /** Reads 12 ASCII digits; anything else is empty. */
    public static Optional<DivisionCode> parse(String text) {
        if (text.length() != 12) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < 12; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        return value < 110_000_000_000L ? Optional.empty() : Optional.of(new DivisionCode(value));
    }

    /** Reads a code that must be right; throws {@link IllegalArgumentException} otherwise. */
    public static DivisionCode of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a 12-digit division code: " + text));
    }

    /** 1 province, 2 prefecture, 3 county, 4 township, 5 village or community. */
    public int level() {
        for (int level = 1; level < 5; level++) {
            if (value % UNIT[level - 1] == 0) {
                return level;
            }
        }
        return 5;
    }

    /** This division cut to the level (1 to 5); the same code when it is already that coarse. */
    public DivisionCode atLevel(int level) {
        long unit = UNIT[level - 1];
        return value % unit == 0 ? this : new DivisionCode(value - value % unit);
    }

    /** Whether the other division is this one or lies in it. */
    public boolean contains(DivisionCode other) {
        long unit = UNIT[level() - 1];
        return other.value - other.value % unit == value;
    }

    /** How many codes this division covers: itself and all that can lie in it follow its own value. */
    long span() {
        return UNIT[level() - 1];
    }

    /** The greatest value of a code that can lie in this division. */
    public long last() {
        return value + span() - 1;
    }

    /** This division and those that contain it, smallest first, without repeats. */
    public List<DivisionCode> selfAndAncestors() {
        List<DivisionCode> chain = new ArrayList<>(5);
        for (int level = level(); level >= 1; level--) {
            DivisionCode cut = atLevel(level);
            if (chain.isEmpty() || !chain.getLast().equals(cut)) {
                chain.add(cut);
            }
        }
        return List.copyOf(chain);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return Long.compare(value, other.value);
    }

    /** The 12 digits. */
    @Override
    public String toString() {
        return Long.toString(value); // never fewer than twelve digits
    }
}
