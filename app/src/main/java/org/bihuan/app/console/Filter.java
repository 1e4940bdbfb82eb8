package org.bihuan.app.console;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.springframework.web.util.UriUtils;

/** What the address of the worklist asks for; what it does not understand asks for nothing. */
record Filter(String division, String owner, String kind, String state, String after) {

    DutyQuery query(int limit) {
        return new DutyQuery(
                states(),
                DivisionCode.parse(division),
                Optional.of(owner).filter(each -> !each.isEmpty()),
                Optional.of(kind).filter(each -> !each.isEmpty()),
                Optional.empty(),
                position(),
                limit);
    }

    /** The same list, whatever its page and states. */
    DutyQuery all(Set<Duty.State> states) {
        DutyQuery query = query(1);
        return new DutyQuery(
                states, query.division(), query.owner(), query.kind(), Optional.empty(), Optional.empty(), 1);
    }

    private Set<Duty.State> states() {
        return Arrays.stream(Duty.State.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .map(Set::of)
                .orElse(Set.of(Duty.State.OPEN, Duty.State.LATE));
    }

    private Optional<DutyQuery.Position> position() {
        int middle = after.indexOf('_');
        if (middle < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DutyQuery.Position(
                    Instant.parse(after.substring(0, middle)), UUID.fromString(after.substring(middle + 1))));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Address of the list with another state. */
    String path(String otherState) {
        return new Filter(division, owner, kind, otherState, "").path();
    }

    /** Address of the page that follows the duty. */
    String next(DutyView last) {
        return new Filter(division, owner, kind, state, last.dueAt() + "_" + last.id()).path();
    }

    /** What stands behind the question mark of the address, empty for nothing. */
    String query() {
        String path = path();
        return path.indexOf('?') < 0 ? "" : path.substring(path.indexOf('?') + 1);
    }

    String path() {
        StringBuilder path = new StringBuilder("/duties");
        append(path, "state", state);
        append(path, "division", division);
        append(path, "owner", owner);
        append(path, "kind", kind);
        append(path, "after", after);
        return path.toString();
    }

    private static void append(StringBuilder path, String name, String value) {
        if (!value.isEmpty()) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
