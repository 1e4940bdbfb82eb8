package org.bihuan.app.shifts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The duty log of a desk, and giving a shift over. The desk is the region of whoever asks. Thread-safe. */
@Service
public class DutyLog {
    private final LogStore store;
    private final ShiftSettings settings;
    private final ZoneId zone;

    DutyLog(LogStore store, ShiftSettings settings, @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.settings = settings;
        this.zone = zone;
    }

    /** The latest lines, the latest first. */
    @Transactional(readOnly = true)
    public List<LogEntry> latest(DivisionCode desk, int limit) {
        return store.latest(desk, limit);
    }

    /** The lines before a line, the latest of them first. */
    @Transactional(readOnly = true)
    public List<LogEntry> before(DivisionCode desk, UUID entry, int limit) {
        return store.before(desk, entry, limit);
    }

    /** Lines of which something remains to be done, the earliest first. */
    @Transactional(readOnly = true)
    public List<LogEntry> open(DivisionCode desk) {
        return store.open(desk);
    }

    /** A line of the desk's own. */
    @Transactional(readOnly = true)
    public Optional<LogEntry> find(UUID id, DivisionCode desk) {
        return store.find(id, desk);
    }

    /**
     * A line as it is typed.
     *
     * @param at local time, empty for now
     * @param closes id of the line that it closes, empty for none
     */
    public record Typed(
            String key,
            String at,
            String kind,
            String fromWhom,
            String body,
            String done,
            boolean isOpen,
            String closes) {}

    /** @throws Refused naming field, value and rule */
    @Transactional
    public void write(Typed typed, Asker by, Instant now) {
        if (settings.kindWords().stream().noneMatch(each -> each.id().equals(typed.kind()))) {
            throw new Refused(
                    "kind",
                    new Wording("类别", "Kind"),
                    typed.kind(),
                    new Wording("不在列表中，请选择", "is not in the list: choose one"));
        }
        Instant at = typed.at().isBlank() ? now : Entered.moment("at", new Wording("时间", "Time"), typed.at(), zone);
        if (at.isAfter(now)) {
            throw new Refused(
                    "at",
                    new Wording("时间", "Time"),
                    typed.at(),
                    new Wording("不能晚于现在", "cannot lie after the present moment"));
        }
        UUID closes = typed.closes().isBlank() ? null : Entered.key(typed.closes());
        String done = closes == null
                ? Entered.optional("done", new Wording("处理情况", "What was done"), typed.done(), 1_000)
                : Entered.text("done", new Wording("处理情况", "What was done"), typed.done(), 1_000);
        UUID key = Entered.key(typed.key());
        requireOpen(closes, key, by.region());
        store.add(
                new LogEntry(
                        key,
                        at,
                        typed.kind(),
                        Entered.optional("fromWhom", new Wording("来自", "From whom"), typed.fromWhom(), 100),
                        Entered.text("body", new Wording("内容", "What"), typed.body(), 2_000),
                        done,
                        typed.isOpen() && closes == null,
                        closes,
                        null,
                        by.name(),
                        now),
                by.region(),
                by);
    }

    private void requireOpen(@Nullable UUID closes, UUID key, DivisionCode desk) {
        if (closes == null
                || store.open(desk).stream().anyMatch(each -> each.id().equals(closes))) {
            return;
        }
        boolean again = store.find(key, desk).isPresent();
        if (!again) {
            throw new Refused(
                    "closes",
                    new Wording("待续事项", "Open item"),
                    closes.toString(),
                    new Wording("不在待续事项中，可能已办结，请刷新", "is not open, perhaps somebody closed it: reload the page"));
        }
    }

    /** The latest handovers of the desk, the latest first. */
    @Transactional(readOnly = true)
    public List<Handover> handovers(DivisionCode desk, int limit) {
        return store.handovers(desk, limit);
    }

    /** The handover that nobody has signed yet. */
    @Transactional(readOnly = true)
    public Optional<Handover> unsigned(DivisionCode desk) {
        return store.handovers(desk, 1).stream()
                .filter(each -> !each.isSigned())
                .findFirst();
    }

    /**
     * Writes a handover, which is the signature of who leaves; what is open goes along.
     *
     * @throws Refused when the last one is not signed yet
     */
    @Transactional
    public void handOver(String key, String body, Asker by, Instant now) {
        UUID id = Entered.key(key);
        String text = Entered.text("body", new Wording("交班内容", "What the next shift should know"), body, 4_000);
        if (store.handover(id).isPresent()) {
            return;
        }
        Handover handover =
                new Handover(id, by.region(), text, by.login(), by.name(), now, null, null, store.open(by.region()));
        if (!store.addHandover(handover)) {
            throw new Refused(
                    "body",
                    new Wording("交班", "Handover"),
                    "",
                    new Wording("上一次交班还没有人接班签字，请先接班", "waits for the last one to be signed: have it taken over first"));
        }
    }

    /**
     * Signs as who takes over.
     *
     * @throws Refused when it is the one who wrote it, or it is signed
     */
    @Transactional
    public void takeOver(UUID id, Asker by, Instant now) {
        if (!store.sign(id, by.region(), by, now)) {
            throw new Refused(
                    "handover",
                    new Wording("交班", "Handover"),
                    by.login(),
                    new Wording(
                            "交班人不能自己接班签字，也不能重复签字；请接班人用自己的账户签字",
                            "is signed once, and not by who wrote it: whoever takes over signs with an account of their own"));
        }
    }
}
