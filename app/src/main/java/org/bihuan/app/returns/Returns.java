package org.bihuan.app.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Daily and zero returns. Thread-safe. */
@Service
public class Returns {
    private static final int CITY = 2;

    private final GivenStore store;
    private final Units units;
    private final ZoneId zone;

    Returns(GivenStore store, Units units, @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.units = units;
        this.zone = zone;
    }

    /** The kinds of return that are asked for on the day, by the version that holds on it. */
    @Transactional(readOnly = true)
    public List<ReturnForm> forms(LocalDate day) {
        Map<String, GivenStore.FormVersion> latest = new LinkedHashMap<>();
        store.forms().stream().filter(form -> !form.since().isAfter(day)).forEach(form -> latest.put(form.id(), form));
        return latest.values().stream()
                .map(GivenStore.FormVersion::read)
                .filter(form -> form.until() == null || !day.isAfter(form.until()))
                .toList();
    }

    private Optional<GivenStore.FormVersion> version(String id, LocalDate day) {
        return store.forms().stream()
                .filter(form -> form.id().equals(id) && !form.since().isAfter(day))
                .reduce((first, second) -> second);
    }

    /** The text that defines a kind of return now; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> definition(String id) {
        return store.forms().stream()
                .filter(form -> form.id().equals(id))
                .reduce((first, second) -> second)
                .map(GivenStore.FormVersion::body);
    }

    /**
     * Adds a kind of return, or a new version of one, from today on.
     *
     * @throws Refused when the definition cannot be read, or who asks is not the city
     */
    @Transactional
    public ReturnForm define(String yaml, String by, LocalDate today, Instant now) {
        ReturnForm form = ReturnFormReader.read(yaml);
        if (Asking.sight().level() > CITY && Asking.asker().isPresent()) {
            throw new Refused(
                    "id",
                    new Wording("报表", "Form"),
                    form.id(),
                    new Wording("报表由市级指挥部定义，请与其联系", "is defined by the city's headquarters: ask them"));
        }
        List<GivenStore.FormVersion> same = store.forms().stream()
                .filter(each -> each.id().equals(form.id()))
                .toList();
        if (same.isEmpty() || !same.getLast().body().equals(yaml)) {
            store.addForm(new GivenStore.FormVersion(form.id(), same.size() + 1, today, yaml), by, now);
        }
        return form;
    }

    /**
     * Gives away how every unit that owes the return of a day stands at a moment, in the order of divisions. What came
     * later than the moment counts as not there; what was entered later but had come counts as there.
     */
    @Transactional(readOnly = true)
    public void board(String formId, LocalDate day, Instant at, Consumer<BoardLine> each) {
        version(formId, day)
                .map(GivenStore.FormVersion::read)
                .ifPresent(form -> units.each(some -> board(form, day, at, some, each)));
    }

    /** The same of one unit; empty when it owes no such return. */
    @Transactional(readOnly = true)
    public Optional<BoardLine> line(String formId, LocalDate day, Instant at, UUID unit) {
        List<BoardLine> lines = new ArrayList<>();
        version(formId, day)
                .map(GivenStore.FormVersion::read)
                .ifPresent(
                        form -> board(form, day, at, units.find(unit).stream().toList(), lines::add));
        return lines.stream().findFirst();
    }

    private void board(ReturnForm form, LocalDate day, Instant at, List<ReportingUnit> some, Consumer<BoardLine> each) {
        Instant deadline = form.deadline(day, zone);
        List<ReportingUnit> owing = some.stream()
                .filter(unit -> unit.owes(day) && form.asks(unit.kind(), day))
                .toList();
        Map<UUID, List<GivenReturn>> given =
                store.of(form.id(), day, owing.stream().map(ReportingUnit::id).toList()).stream()
                        .collect(Collectors.groupingBy(GivenReturn::unit));
        for (ReportingUnit unit : owing) {
            List<GivenReturn> revisions = given.getOrDefault(unit.id(), List.of()).stream()
                    .filter(one -> !one.receivedAt().isAfter(at))
                    .toList();
            Instant first = revisions.isEmpty() ? null : revisions.getFirst().receivedAt();
            each.accept(new BoardLine(unit, ReturnState.of(deadline, first, at), deadline, revisions));
        }
    }

    /** The last day whose return is due by the moment. */
    public LocalDate lastDue(ReturnForm form, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return form.deadline(day, zone).isAfter(at) ? day.minusDays(1) : day;
    }

    /** Gives away who owes a return that is over its time at the moment, of the last day that is due, over all kinds of return. */
    @Transactional(readOnly = true)
    public void missing(Instant at, Consumer<Missing> each) {
        for (ReturnForm form : forms(at.atZone(zone).toLocalDate())) {
            LocalDate day = lastDue(form, at);
            board(form.id(), day, at, line -> {
                if (line.state() == ReturnState.MISSING) {
                    each.accept(new Missing(form, day, line));
                }
            });
        }
    }

    /** A return that is missing. */
    public record Missing(ReturnForm form, LocalDate day, BoardLine line) {}

    /**
     * What somebody enters.
     *
     * @param key the client's id of it: the same again changes nothing
     * @param unit whose return
     * @param form kind of return
     * @param day of which day
     * @param isZero whether the zero is ticked
     * @param answers by field, as typed
     * @param reason why an earlier one is amended
     * @param receivedAt when the unit gave it, local time or empty for now
     */
    public record Entry(
            String key,
            UUID unit,
            String form,
            LocalDate day,
            boolean isZero,
            Map<String, String> answers,
            String reason,
            String receivedAt) {}

    /**
     * Takes a return or an amendment.
     *
     * @throws Refused naming field, value and rule
     */
    @Transactional
    public GivenReturn give(Entry entry, String by, Instant now) {
        UUID key = Entered.key(entry.key());
        Optional<GivenReturn> same = store.find(key);
        if (same.isPresent()) {
            return same.get();
        }
        ReportingUnit unit = units.find(entry.unit())
                .filter(each -> each.owes(entry.day()))
                .orElseThrow(() -> refused(
                        "unit",
                        "单位",
                        "Unit",
                        entry.unit(),
                        "没有这个单位，或当日不需报告",
                        "is not known, or owes nothing of that day"));
        GivenStore.FormVersion version = version(entry.form(), entry.day())
                .orElseThrow(() -> refused(
                        "form",
                        "报表",
                        "Form",
                        entry.form(),
                        "当日没有这个报表，请从列表中选择",
                        "is not asked for on that day: choose one of the list"));
        ReturnForm form = version.read();
        if (!form.asks(unit.kind(), entry.day())) {
            throw refused("form", "报表", "Form", entry.form(), "不要求此类单位填报", "is not asked of this kind of unit");
        }
        if (entry.day().isAfter(now.atZone(zone).toLocalDate())) {
            throw refused("day", "日期", "Day", entry.day(), "不能晚于今天", "cannot lie after today");
        }
        Instant received = entry.receivedAt().isBlank()
                ? now
                : Entered.moment("receivedAt", new Wording("收到时间", "Received at"), entry.receivedAt(), zone);
        if (received.isAfter(now)) {
            throw refused(
                    "receivedAt",
                    "收到时间",
                    "Received at",
                    entry.receivedAt(),
                    "不能晚于现在",
                    "cannot lie after the present moment");
        }
        ReturnAnswers answers = ReturnAnswers.read(form, entry.isZero(), entry.answers());
        if (!answers.faults().isEmpty()) {
            ReturnAnswers.Fault fault = answers.faults().getFirst();
            throw new Refused(fault.field(), fault.label(), fault.value(), fault.rule());
        }
        List<GivenReturn> before = store.of(entry.form(), entry.day(), List.of(unit.id()));
        String reason = Entered.optional("reason", new Wording("修改原因", "Reason"), entry.reason(), 200);
        if (!before.isEmpty() && reason.isEmpty()) {
            throw refused(
                    "reason",
                    "修改原因",
                    "Reason",
                    "",
                    "修改已报内容须写明原因；原内容保留",
                    "is required to amend what was reported; what it said stays on record");
        }
        GivenReturn given = new GivenReturn(
                key,
                unit.id(),
                entry.form(),
                version.version(),
                entry.day(),
                before.size() + 1,
                entry.isZero(),
                answers.values(),
                before.isEmpty() ? "" : reason,
                before.isEmpty() ? received : now,
                now,
                by);
        if (!store.add(given, unit)) {
            throw refused(
                    "unit",
                    "单位",
                    "Unit",
                    unit.name(),
                    "同时有人改过，请刷新后再改",
                    "was changed by somebody at the same moment: reload and try again");
        }
        return given;
    }

    private static Refused refused(String field, String zh, String en, Object value, String rule, String ruleEn) {
        return new Refused(field, new Wording(zh, en), value.toString(), new Wording(rule, ruleEn));
    }
}
