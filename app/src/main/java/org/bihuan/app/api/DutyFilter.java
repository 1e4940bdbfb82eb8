package org.bihuan.app.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.format.Times;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list of duties, and says which one is wrong. */
final class DutyFilter {
    private static final int MOST = 500;

    private DutyFilter() {}

    static Set<Duty.State> states(@Nullable List<String> words) {
        Set<Duty.State> states = EnumSet.noneOf(Duty.State.class);
        for (String word : words == null ? List.<String>of() : words) {
            states.add(Arrays.stream(Duty.State.values())
                    .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> ApiException.badField(
                            "duty.state",
                            "state",
                            word,
                            "只能是 scheduled、open、met、late、waived",
                            "is one of scheduled, open, met, late, waived")));
        }
        return states;
    }

    static Optional<DivisionCode> division(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DivisionCode.parse(text)
                .filter(Divisions.load()::exists)
                .orElseThrow(() -> ApiException.badField(
                        "field.division", "division", text, "没有这个12位区划代码", "there is no such 12-digit division")));
    }

    static Optional<Instant> time(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Instant time = Times.parse(text);
        if (time == null) {
            throw ApiException.badField(
                    "field.time", field, text, "必须是带时区的ISO 8601时间", "must be ISO 8601 with an offset or Z");
        }
        return Optional.of(time);
    }

    static Optional<String> word(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }

    static DutyQuery.Assigned assigned(@Nullable String text) {
        return word(text)
                .map(name -> name.equals("me") ? DutyQuery.Assigned.toWhoeverAsks() : DutyQuery.Assigned.to(name))
                .orElse(DutyQuery.Assigned.ANY);
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ApiException.badField("limit.range", "limit", limit, "1至" + MOST, "lies between 1 and " + MOST);
        }
        return limit;
    }

    /** Where the page after the duty begins. */
    static String cursor(DutyView last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.dueAt() + "|" + last.id()).getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<DutyQuery.Position> after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
            Instant due = Times.parse(parts[0]);
            if (due != null && parts.length == 2) {
                return Optional.of(new DutyQuery.Position(due, UUID.fromString(parts[1])));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw ApiException.badField(
                "cursor", "after", cursor, "请原样使用上一页给出的 next", "take the next of the page before as it is");
    }
}
