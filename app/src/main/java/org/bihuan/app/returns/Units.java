package org.bihuan.app.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reports. Thread-safe. */
@Service
public class Units {
    private static final int MOST_LINES = 2_000;
    private static final int STEP = 1_000;

    private final UnitStore store;

    Units(UnitStore store) {
        this.store = store;
    }

    /** A unit as it is typed. */
    public record Typed(String name, String kind, String division, String contact, String phone, String login) {}

    /** Those that whoever asks sees, former ones too; a unit's own account sees its own. */
    @Transactional(readOnly = true)
    public List<ReportingUnit> list() {
        return seen(store.list());
    }

    /** The same of an id. */
    @Transactional(readOnly = true)
    public Optional<ReportingUnit> find(UUID id) {
        return seen(store.find(id).stream().toList()).stream().findFirst();
    }

    /** Gives them away some at a time, in the order of divisions: a register may be as long as the city has doors. */
    void each(Consumer<List<ReportingUnit>> some) {
        List<ReportingUnit> page = store.page(null, STEP);
        while (!page.isEmpty()) {
            some.accept(seen(page));
            page = page.size() < STEP ? List.of() : store.page(page.getLast(), STEP);
        }
    }

    /** How many there are in all that whoever asks sees, former ones too. */
    @Transactional(readOnly = true)
    public int count() {
        AtomicInteger count = new AtomicInteger();
        each(some -> count.addAndGet(some.size()));
        return count.get();
    }

    private static List<ReportingUnit> seen(List<ReportingUnit> all) {
        if (Asking.may(Permission.COMMAND) || Asking.may(Permission.KEEP_SHIFT)) {
            return all;
        }
        String login = Asking.asker().map(Asker::login).orElse("");
        return all.stream().filter(unit -> login.equals(unit.login())).toList();
    }

    /**
     * Adds units, or changes those of the same name in the same division; all or none.
     *
     * @throws Refused naming line, field and value
     */
    @Transactional
    public int put(List<Typed> typed, String by, LocalDate today, Instant now) {
        if (typed.isEmpty() || typed.size() > MOST_LINES) {
            throw new Refused(
                    "units",
                    new Wording("单位", "Units"),
                    Integer.toString(typed.size()),
                    new Wording(
                            "每次1至" + MOST_LINES + "个，请分批",
                            "are 1 to " + MOST_LINES + " at a time: send them in parts"));
        }
        List<ReportingUnit> units = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            units.add(unit(
                    typed.get(i),
                    typed.size() == 1 ? "" : "第" + (i + 1) + "行 ",
                    typed.size() == 1 ? "" : "line " + (i + 1) + " ",
                    today));
        }
        units.forEach(unit -> store.put(unit, by, now));
        return units.size();
    }

    private static ReportingUnit unit(Typed typed, String zh, String en, LocalDate today) {
        DivisionCode division = Entered.division("division", new Wording(zh + "区划", en + "Division"), typed.division());
        if (!Asking.sight().sees(division)) {
            throw new Refused(
                    "division",
                    new Wording(zh + "区划", en + "Division"),
                    typed.division(),
                    new Wording("不在您的辖区内，请填本辖区的区划", "lies outside your region: enter one of yours"));
        }
        return new ReportingUnit(
                UUID.randomUUID(),
                Entered.text("name", new Wording(zh + "单位名称", en + "Name"), typed.name(), 100),
                Entered.text("kind", new Wording(zh + "单位类别", en + "Kind"), typed.kind(), 40),
                division,
                Entered.optional("contact", new Wording(zh + "联系人", en + "Contact"), typed.contact(), 60),
                phone(typed.phone(), zh, en),
                login(Entered.optional("login", new Wording(zh + "账户", en + "Account"), typed.login(), 60)),
                today,
                null);
    }

    private static String phone(String typed, String zh, String en) {
        Wording label = new Wording(zh + "值班电话", en + "Telephone");
        String phone = Entered.text("phone", label, typed, 40);
        if (!phone.matches("[0-9+() ,、转ext.-]{3,40}")) {
            throw new Refused(
                    "phone",
                    label,
                    typed,
                    new Wording("必须是电话号码，例如0412-5550001", "must be a telephone number such as 0412-5550001"));
        }
        return phone;
    }

    private static @Nullable String login(String text) {
        return text.isEmpty() ? null : text;
    }

    /** From today on it owes no more returns; what it gave stays. */
    @Transactional
    public void end(UUID id, String by, LocalDate today, Instant now) {
        store.end(id, today, by, now);
    }
}
