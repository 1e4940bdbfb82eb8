package org.bihuan.app.shifts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who keeps a duty desk. Thread-safe. */
@Service
public class Shifts {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final TurnStore store;
    private final ShiftSettings settings;
    private final ZoneId zone;

    Shifts(TurnStore store, ShiftSettings settings, @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.settings = settings;
        this.zone = zone;
    }

    /** Turns of a desk that touch the time. */
    @Transactional(readOnly = true)
    public List<ShiftTurn> list(DivisionCode desk, Period period) {
        return store.list(desk, period);
    }

    /** Who sits at the desk at the moment. */
    @Transactional(readOnly = true)
    public List<ShiftTurn> present(DivisionCode desk, Instant at) {
        return store.list(desk, new Period(at, at.plusMillis(1)));
    }

    /** By place the times at which nobody is planned; places without such times are left out. */
    @Transactional(readOnly = true)
    public Map<String, List<Period>> empty(DivisionCode desk, Period period) {
        List<ShiftTurn> turns = store.list(desk, period);
        Map<String, List<Period>> empty = new LinkedHashMap<>();
        for (ShiftSettings.Word place : settings.placeWords()) {
            List<Period> gaps = period.gaps(turns.stream()
                    .filter(turn -> turn.place().equals(place.id()))
                    .map(ShiftTurn::period)
                    .toList());
            if (!gaps.isEmpty()) {
                empty.put(place.id(), gaps);
            }
        }
        return empty;
    }

    /** A turn as it is typed; times are local. */
    public record Typed(
            String key, String place, String person, String login, String phone, String from, String until) {}

    /** @throws Refused naming field, value and rule */
    @Transactional
    public void plan(DivisionCode desk, Typed typed, String by, Instant now) {
        Wording place = new Wording("岗位", "Place");
        if (settings.placeWords().stream().noneMatch(each -> each.id().equals(typed.place()))) {
            throw new Refused(
                    "place",
                    place,
                    typed.place(),
                    new Wording("不在值班岗位中，请从列表中选择", "is no place of the roster: choose one"));
        }
        Instant from = Entered.moment("from", new Wording("开始", "From"), typed.from(), zone);
        Instant until = Entered.moment("until", new Wording("结束", "Until"), typed.until(), zone);
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new Refused(
                    "until",
                    new Wording("结束", "Until"),
                    typed.until(),
                    new Wording("须晚于开始，且不超过7天", "must lie after the start and within 7 days of it"));
        }
        String login = Entered.optional("login", new Wording("账户", "Account"), typed.login(), 60);
        store.add(
                new ShiftTurn(
                        Entered.key(typed.key()),
                        desk,
                        typed.place(),
                        Entered.text("person", new Wording("姓名", "Name"), typed.person(), 60),
                        login.isEmpty() ? null : login,
                        Entered.text("phone", new Wording("电话", "Telephone"), typed.phone(), 40),
                        new Period(from, until),
                        null,
                        null,
                        null),
                by,
                now);
    }

    /** @throws Refused when there is no such turn, or a field is wrong */
    @Transactional
    public void substitute(DivisionCode desk, UUID turn, String person, String phone, String reason) {
        boolean done = store.substitute(
                turn,
                desk,
                Entered.text("person", new Wording("替班人", "Substitute"), person, 60),
                Entered.text("phone", new Wording("替班电话", "Telephone"), phone, 40),
                Entered.text("reason", new Wording("替班原因", "Reason"), reason, 200));
        if (!done) {
            throw new Refused(
                    "turn",
                    new Wording("班次", "Turn"),
                    turn.toString(),
                    new Wording("不存在或已取消，请刷新", "is not there or was cancelled: reload the page"));
        }
    }

    /** @throws Refused when it is not there or has begun */
    @Transactional
    public void cancel(DivisionCode desk, UUID turn, Instant now) {
        if (!store.cancel(turn, desk, now)) {
            throw new Refused(
                    "turn",
                    new Wording("班次", "Turn"),
                    turn.toString(),
                    new Wording("不存在或已开始；已开始的请改为替班", "is not there or has begun: name a substitute instead"));
        }
    }
}
