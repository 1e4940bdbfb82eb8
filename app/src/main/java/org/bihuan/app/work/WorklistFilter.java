package org.bihuan.app.work;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.springframework.web.util.UriUtils;

/**
 * What the address of the worklist asks for; the same for its page, for taking it out and for acting on all of it. What
 * it does not understand asks for nothing.
 *
 * @param scope {@code mine} for what whoever asks was told to do, {@code free} for what nobody was; else the whole region
 * @param state a state in lower case; {@code hour} for what is due within the hour; else open or late
 * @param after where the page before ended, empty for the first
 */
public record WorklistFilter(String scope, String division, String owner, String kind, String state, String after) {
    /** What is due sooner than that is due at once. */
    public static final Duration SOON = Duration.ofHours(1);

    private static final String HOUR = "hour";
    private static final Set<Duty.State> TO_DO = Set.of(Duty.State.OPEN, Duty.State.LATE);

    /** Out of the parameters of an address; those that are missing ask for nothing. */
    public static WorklistFilter of(Map<String, String> query) {
        return new WorklistFilter(
                query.getOrDefault("scope", ""),
                query.getOrDefault("division", ""),
                query.getOrDefault("owner", ""),
                query.getOrDefault("kind", ""),
                query.getOrDefault("state", ""),
                query.getOrDefault("after", ""));
    }

    /** The page of the list as it stands at the moment. */
    public DutyQuery query(int limit, Instant now) {
        return query(
                states(),
                state.equals(HOUR) ? Optional.of(now.plus(SOON)) : Optional.empty(),
                DutyQuery.Position.parse(after),
                limit);
    }

    /** The same list, whatever its page, in these states and only what is due before the moment. */
    public DutyQuery all(Set<Duty.State> states, Optional<Instant> dueBefore) {
        return query(states, dueBefore, Optional.empty(), 1);
    }

    private DutyQuery query(
            Set<Duty.State> states, Optional<Instant> dueBefore, Optional<DutyQuery.Position> after, int limit) {
        return new DutyQuery(
                states,
                DivisionCode.parse(division),
                Optional.of(owner).filter(each -> !each.isEmpty()),
                Optional.of(kind).filter(each -> !each.isEmpty()),
                dueBefore,
                switch (scope) {
                    case "mine" -> DutyQuery.Assigned.toWhoeverAsks();
                    case "free" -> DutyQuery.Assigned.TO_NOBODY;
                    default -> DutyQuery.Assigned.ANY;
                },
                after,
                limit);
    }

    private Set<Duty.State> states() {
        if (state.equals(HOUR)) {
            return Set.of(Duty.State.OPEN);
        }
        return Arrays.stream(Duty.State.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .map(Set::of)
                .orElse(TO_DO);
    }

    /** The first page of the list with another state. */
    public WorklistFilter inState(String other) {
        return new WorklistFilter(scope, division, owner, kind, other, "");
    }

    /** The first page of the list with another scope. */
    public WorklistFilter inScope(String other) {
        return new WorklistFilter(other, division, owner, kind, state, "");
    }

    /** The page that follows the duty. */
    public WorklistFilter after(DutyView last) {
        return new WorklistFilter(
                scope, division, owner, kind, state, DutyQuery.Position.of(last).toString());
    }

    /** Address of the worklist. */
    public String path() {
        return path("/duties");
    }

    /** The same under another address. */
    public String path(String page) {
        String query = query();
        return query.isEmpty() ? page : page + "?" + query;
    }

    /** What stands behind the question mark of the address, empty for nothing. */
    public String query() {
        StringBuilder query = new StringBuilder();
        append(query, "scope", scope);
        append(query, "state", state);
        append(query, "division", division);
        append(query, "owner", owner);
        append(query, "kind", kind);
        append(query, "after", after);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
