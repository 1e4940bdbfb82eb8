package org.bihuan.app.directives;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * To whom a directive was sent, as it was at that moment, and what they did.
 *
 * @param id its id
 * @param directive which one
 * @param kind {@code role}: a function at a place, or {@code unit}
 * @param ref id of the role or unit
 * @param name what it was called
 * @param login account of the unit, null for none
 * @param phone how to reach it, empty when not known
 * @param place where
 * @param readAt when it was acknowledged, null while it was not
 * @param readBy by whom
 * @param answeredAt when it was first answered, null while it was not
 * @param reminders how often it was reminded
 * @param remindedAt when last, null for never
 */
public record Recipient(
        UUID id,
        UUID directive,
        String kind,
        String ref,
        String name,
        @Nullable String login,
        String phone,
        DivisionCode place,
        @Nullable Instant readAt,
        @Nullable String readBy,
        @Nullable Instant answeredAt,
        int reminders,
        @Nullable Instant remindedAt) {
    /** What it is called; roles in both languages, units as they call themselves. */
    public String title(boolean chinese) {
        return kind.equals("role")
                ? Roles.builtIn().find(ref).map(role -> role.name(chinese)).orElse(name)
                : name;
    }

    /** Whether it was read by the moment. */
    public boolean isRead(Instant at) {
        return readAt != null && !readAt.isAfter(at);
    }

    /** Whether it was answered by the moment. */
    public boolean isAnswered(Instant at) {
        return answeredAt != null && !answeredAt.isAfter(at);
    }

    /** What it still owes at the moment, besides being late or not. */
    public boolean owes(Directive of, Instant at) {
        return of.stands(at) && !(of.needsAnswer() ? isAnswered(at) : isRead(at));
    }

    /** Whether it owes it after the deadline. */
    public boolean isLate(Directive of, Instant at) {
        Instant deadline = of.deadlineAt();
        return owes(of, at) && deadline != null && at.isAfter(deadline);
    }
}
