package org.bihuan.places;

import java.util.Optional;
import org.bihuan.kernel.DivisionCode;

/**
 * A place: an administrative division by its 12-digit code, or a place of our own register (a grid, a compound, a
 * building, or a division that has no code yet) by a longer number.
 *
 * @param value the code, or a number of 13 to 18 digits
 */
public record PlaceId(long value) implements Comparable<PlaceId> {
    /** Numbers from here on are places of the register. */
    public static final long FIRST_OWN = 1_000_000_000_000L;

    private static final long LAST_OWN = 999_999_999_999_999_999L;

    public PlaceId {
        if (value < 110_000_000_000L || value > LAST_OWN) {
            throw new IllegalArgumentException("not the number of a place: " + value);
        }
    }

    /** The place of a division. */
    public static PlaceId of(DivisionCode code) {
        return new PlaceId(code.value());
    }

    /** Reads 12 to 18 digits; anything else is empty. */
    public static Optional<PlaceId> parse(String text) {
        if (!text.matches("[1-9][0-9]{11,17}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value < 110_000_000_000L ? Optional.empty() : Optional.of(new PlaceId(value));
    }

    /** Whether it is a division of the statistical code. */
    public boolean isDivision() {
        return value < FIRST_OWN;
    }

    /** Its code; throws {@link IllegalStateException} for a place of the register. */
    public DivisionCode division() {
        if (!isDivision()) {
            throw new IllegalStateException("place " + value + " has no division code");
        }
        return new DivisionCode(value);
    }

    @Override
    public int compareTo(PlaceId other) {
        return Long.compare(value, other.value);
    }

    /** The digits. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
