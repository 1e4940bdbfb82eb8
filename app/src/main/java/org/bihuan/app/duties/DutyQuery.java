package org.bihuan.app.duties;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;

/**
 * Which duties a list shows, ordered by due time and id. Empty means any.
 *
 * @param states states at the moment asked for
 * @param division only in this division
 * @param owner only owed by this role
 * @param kind only of this kind
 * @param dueBefore only due before this moment
 * @param assigned only assigned so
 * @param after the last duty of the page before
 * @param limit most rows, 1 to 500
 */
public record DutyQuery(
        Set<Duty.State> states,
        Optional<DivisionCode> division,
        Optional<String> owner,
        Optional<String> kind,
        Optional<Instant> dueBefore,
        Assigned assigned,
        Optional<Position> after,
        int limit) {
    /**
     * To whom duties are assigned.
     *
     * @param isNobody only those of nobody
     * @param names only those of one of these; empty for anybody's
     */
    public record Assigned(boolean isNobody, Set<String> names) {
        public static final Assigned ANY = new Assigned(false, Set.of());
        public static final Assigned TO_NOBODY = new Assigned(true, Set.of());

        public Assigned {
            names = Set.copyOf(names);
        }

        /** To one person, as they were written. */
        public static Assigned to(String name) {
            return new Assigned(false, Set.of(name));
        }

        /** To whoever asks, by what they log in as or by their name; nobody's when nobody asks. */
        public static Assigned toWhoeverAsks() {
            return Asking.asker()
                    .map(asker -> new Assigned(false, new HashSet<>(List.of(asker.login(), asker.name()))))
                    .orElse(TO_NOBODY);
        }
    }

    /** Where a page ended. */
    public record Position(Instant dueAt, UUID id) {
        /** After that duty. */
        public static Position of(DutyView last) {
            return new Position(last.dueAt(), last.id());
        }

        /** Out of an address; empty when it is none, which means the first page. */
        public static Optional<Position> parse(String text) {
            int middle = text.indexOf('_');
            if (middle < 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Position(
                        Instant.parse(text.substring(0, middle)), UUID.fromString(text.substring(middle + 1))));
            } catch (DateTimeException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        /** As it stands in an address. */
        @Override
        public String toString() {
            return dueAt + "_" + id;
        }
    }

    /** Whoever they are assigned to. */
    public DutyQuery(
            Set<Duty.State> states,
            Optional<DivisionCode> division,
            Optional<String> owner,
            Optional<String> kind,
            Optional<Instant> dueBefore,
            Optional<Position> after,
            int limit) {
        this(states, division, owner, kind, dueBefore, Assigned.ANY, after, limit);
    }

    public DutyQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit must lie between 1 and 500, got " + limit);
        }
    }

    /** The same duties in these states, wherever a page began. */
    DutyQuery unpaged(Set<Duty.State> others) {
        return new DutyQuery(others, division, owner, kind, dueBefore, assigned, Optional.empty(), 1);
    }

    /** The same list after that duty. */
    public DutyQuery after(DutyView last) {
        return new DutyQuery(states, division, owner, kind, dueBefore, assigned, Optional.of(Position.of(last)), limit);
    }

    /** All that is open or late, the first page. */
    public static DutyQuery unmet(int limit) {
        return new DutyQuery(
                Set.of(Duty.State.OPEN, Duty.State.LATE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
