package org.bihuan.places.risk;

import java.util.List;
import java.util.Optional;
import org.bihuan.places.PlaceId;

/** Which place a listed name means. */
public sealed interface Resolution {
    /** The name is this place, all of it that no other line names. */
    record Whole(PlaceId place) implements Resolution {}

    /** Some part of this place which the register does not know. */
    record Part(PlaceId of) implements Resolution {}

    /**
     * More than one place is called so.
     *
     * @param candidates those places
     */
    record Ambiguous(List<PlaceId> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No such place is known; the nearest around it that is, where there is one. */
    record Unknown(Optional<PlaceId> around) implements Resolution {}

    /** The finest place that the area surely is or lies in. */
    default Optional<PlaceId> around() {
        return switch (this) {
            case Whole whole -> Optional.of(whole.place());
            case Part part -> Optional.of(part.of());
            case Ambiguous _ -> Optional.empty();
            case Unknown unknown -> unknown.around();
        };
    }

    /** Whether a person has to say which place is meant. */
    default boolean needsPerson() {
        return switch (this) {
            case Whole _, Part _ -> false;
            case Ambiguous _, Unknown _ -> true;
        };
    }
}
