package org.bihuan.app.directives;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.notices.Delivery;
import org.bihuan.app.returns.Units;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending directives, and what becomes of them. Thread-safe. */
@Service
public class Directives {
    private static final int INBOX = 200;
    private static final int STEP = 500;

    private final DirectiveStore store;
    private final RecipientStore recipients;
    private final Units units;
    private final Reminders reminders;
    private final ZoneId zone;

    Directives(
            DirectiveStore store,
            RecipientStore recipients,
            Units units,
            Reminders reminders,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.reminders = reminders;
        this.store = store;
        this.recipients = recipients;
        this.units = units;
        this.zone = zone;
    }

    /**
     * A directive as it is typed.
     *
     * @param deadline local time, empty for none
     * @param amends id of the directive that it replaces, empty for none; then it goes to the same recipients
     * @param to whom; not looked at when it amends another
     */
    public record Typed(
            String key,
            String number,
            String title,
            String body,
            boolean needsAnswer,
            String deadline,
            String amends,
            Addressees to) {}

    /**
     * Sends it. The recipients are those of this moment and stay so.
     *
     * @return its id
     * @throws Refused naming field, value and rule
     */
    @Transactional
    public UUID send(Typed typed, Asker by, Instant now) {
        UUID id = Entered.key(typed.key());
        if (store.find(id).isPresent()) {
            return id;
        }
        Directive old = typed.amends().isBlank() ? null : replaced(typed.amends(), by);
        Instant deadline = typed.deadline().isBlank()
                ? null
                : Entered.moment("deadline", new Wording("时限", "Deadline"), typed.deadline(), zone);
        if (deadline != null && !deadline.isAfter(now)) {
            throw refused("deadline", "时限", "Deadline", typed.deadline(), "须晚于现在", "must lie after the present moment");
        }
        Directive directive = new Directive(
                id,
                Entered.optional("number", new Wording("文号", "Number"), typed.number(), 60),
                Entered.text("title", new Wording("标题", "Title"), typed.title(), 120),
                Entered.text("body", new Wording("内容", "Text"), typed.body(), 10_000),
                typed.needsAnswer(),
                deadline,
                by.name(),
                now,
                by.region(),
                old == null ? null : old.id(),
                null,
                null,
                null);
        List<Recipient> meant = old == null ? meant(typed.to(), id) : again(old, id);
        if (meant.isEmpty()) {
            throw refused(
                    "to",
                    "收件对象",
                    "Recipients",
                    "",
                    "至少选择一个角色或单位类别，以及所在地区",
                    "need at least one role or kind of unit, and a place");
        }
        if (old != null && !store.end(old.id(), by.region(), by, "amended", now)) {
            throw refused(
                    "amends",
                    "原指令",
                    "Directive amended",
                    old.title(),
                    "已撤回或已被修改，请刷新",
                    "was withdrawn or amended already: reload the page");
        }
        if (!store.add(directive, by.login())) {
            throw refused(
                    "amends",
                    "原指令",
                    "Directive amended",
                    typed.amends(),
                    "已被修改，请刷新",
                    "was amended already: reload the page");
        }
        meant.forEach(store::add);
        return id;
    }

    private List<Recipient> meant(Addressees to, UUID id) {
        to.places().forEach(place -> {
            if (!Asking.sight().sees(place)) {
                throw refused("to", "收件地区", "Place", place.toString(), "不在您的辖区内", "lies outside your region");
            }
        });
        return to.freeze(id, units.list());
    }

    private List<Recipient> again(Directive old, UUID id) {
        return store.recipients(old.id()).stream()
                .map(each -> Addressees.of(
                        id, each.kind(), each.ref(), each.name(), each.login(), each.phone(), each.place()))
                .toList();
    }

    private Directive replaced(String id, Asker by) {
        return store.find(Entered.key(id))
                .filter(each -> each.sender().equals(by.region()) && each.endedAt() == null)
                .orElseThrow(() -> refused(
                        "amends",
                        "原指令",
                        "Directive amended",
                        id,
                        "不存在、已撤回或已被修改",
                        "is not there, or was withdrawn or amended"));
    }

    /** The directive, when whoever asks sent it, was sent it, or commands in the sender's region. */
    @Transactional(readOnly = true)
    public Optional<Directive> find(UUID id, Asker asker) {
        return store.find(id)
                .filter(each -> isSender(each, asker)
                        || !recipients.own(id, whose(asker)).isEmpty());
    }

    /** Whether somebody stands on the sender's side. */
    public static boolean isSender(Directive directive, Asker asker) {
        return directive.sender().equals(asker.region()) && asker.may(Permission.KEEP_SHIFT);
    }

    /** Whether somebody is whom it was sent to. */
    public static boolean isFor(Recipient recipient, Asker asker) {
        return recipient.kind().equals("role")
                ? recipient.ref().equals(asker.role().id()) && recipient.place().equals(asker.region())
                : asker.login().equals(recipient.login());
    }

    private static DirectiveStore.Whose whose(Asker asker) {
        return new DirectiveStore.Whose(asker.role().id(), asker.region(), asker.login());
    }

    /**
     * Recipients that the sender sees, who owe something first; nobody for others.
     *
     * @param after id of the last one of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Recipient> recipients(Directive directive, Asker asker, Instant at, @Nullable UUID after, int limit) {
        return isSender(directive, asker) ? recipients.page(directive.id(), at, after, limit) : List.of();
    }

    /** Who of the recipients whoever asks is. */
    @Transactional(readOnly = true)
    public List<Recipient> own(Directive directive, Asker asker) {
        return recipients.own(directive.id(), whose(asker));
    }

    /** Answers of recipients whom the asker has been shown. */
    @Transactional(readOnly = true)
    public List<DirectiveReply> replies(List<Recipient> shown) {
        return store.replies(shown.stream().map(Recipient::id).toList());
    }

    /** How far the directives are, which the asker has been shown as their sender. */
    @Transactional(readOnly = true)
    public Map<UUID, DirectiveProgress> progress(List<Directive> shown, Instant at) {
        return recipients.progress(shown.stream().map(Directive::id).toList(), at);
    }

    /** What a headquarters sent, the latest first. */
    @Transactional(readOnly = true)
    public List<Directive> sent(DivisionCode sender, int limit) {
        return store.sent(sender, limit);
    }

    /** What was sent to whoever asks, the latest first. */
    @Transactional(readOnly = true)
    public List<Pending> inbox(Asker asker) {
        return store.to(whose(asker), INBOX);
    }

    /** Of those what is not done yet, the latest first. */
    @Transactional(readOnly = true)
    public List<Pending> mine(Asker asker, Instant at, int limit) {
        return store.owedBy(whose(asker), at, limit);
    }

    /** How much is not done yet. */
    @Transactional(readOnly = true)
    public long countMine(Asker asker, Instant at) {
        return store.countOwedBy(whose(asker), at);
    }

    /** Gives away recipients of whom a headquarters, or one below it, was still waiting for something at the moment. */
    @Transactional(readOnly = true)
    public void pending(DivisionCode sender, Instant at, Consumer<Pending> each) {
        store.pending(sender, at, each);
    }

    /** The first of those, the ones over their time before the others. */
    @Transactional(readOnly = true)
    public List<Pending> pending(DivisionCode sender, Instant at, int limit) {
        return store.firstPending(sender, at, limit);
    }

    /** How many of those there are. */
    @Transactional(readOnly = true)
    public long countPending(DivisionCode sender, Instant at) {
        return store.countPending(sender, at);
    }

    /** Acknowledges as recipient, or for a recipient who told the sender so. */
    @Transactional
    public void read(UUID directive, UUID recipient, Asker by, Instant now) {
        store.read(recipient(directive, recipient, by, now).id(), by.login(), now);
    }

    /**
     * Answers as recipient, or writes down for the sender what a recipient said.
     *
     * @throws Refused naming field, value and rule
     */
    @Transactional
    public void answer(UUID directive, UUID recipient, String key, String body, Asker by, Instant now) {
        Recipient to = recipient(directive, recipient, by, now);
        String text = Entered.text("answer", new Wording("回复", "Answer"), body, 4_000);
        store.reply(Entered.key(key), to, text, by.login(), now, now);
    }

    private Recipient recipient(UUID directive, UUID recipient, Asker by, Instant now) {
        Directive found = find(directive, by)
                .filter(each -> each.stands(now))
                .orElseThrow(() -> refused(
                        "directive",
                        "指令",
                        "Directive",
                        directive,
                        "不存在、已撤回或已被修改",
                        "is not there, or was withdrawn or amended"));
        return recipients
                .find(recipient)
                .filter(each -> each.directive().equals(directive))
                .filter(each -> isSender(found, by) || isFor(each, by))
                .orElseThrow(() -> refused(
                        "recipient",
                        "收件对象",
                        "Recipient",
                        recipient,
                        "不在此指令的收件名单中",
                        "is not among those it was sent to"));
    }

    /** Reminds everybody who still owes something; gives back how many. */
    @Transactional
    public int remind(UUID directive, @Nullable UUID only, Asker by, Instant now) {
        Directive found = own(directive, by);
        if (only != null) {
            return recipients
                    .find(only)
                    .filter(each -> each.directive().equals(directive) && each.owes(found, now))
                    .map(each -> remind(found, List.of(each), now))
                    .orElse(0);
        }
        int reminded = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            List<Recipient> owing = recipients.owing(directive, now, after, STEP);
            reminded += remind(found, owing, now);
            if (owing.size() < STEP) {
                return reminded;
            }
            after = owing.getLast().id();
        }
    }

    private int remind(Directive directive, List<Recipient> owing, Instant now) {
        owing.forEach(each -> {
            reminders.send(directive, each, now);
            store.remind(each.id(), now);
        });
        return owing.size();
    }

    /** How far the message of each recipient's last reminder is; left out where none went out. */
    @Transactional(readOnly = true)
    public Map<UUID, Delivery.State> reminded(List<Recipient> recipients) {
        return reminders.states(recipients);
    }

    /** @throws Refused when it has ended, or no reason is given */
    @Transactional
    public void withdraw(UUID directive, String reason, Asker by, Instant now) {
        String why = Entered.text("reason", new Wording("撤回原因", "Reason"), reason, 200);
        own(directive, by);
        if (!store.end(directive, by.region(), by, why, now)) {
            throw refused("directive", "指令", "Directive", directive, "已撤回或已被修改", "was withdrawn or amended already");
        }
    }

    private Directive own(UUID directive, Asker by) {
        return store.find(directive)
                .filter(each -> isSender(each, by))
                .orElseThrow(() -> refused(
                        "directive", "指令", "Directive", directive, "不是本指挥部发出的指令", "was not sent by this headquarters"));
    }

    private static Refused refused(String field, String zh, String en, Object value, String rule, String ruleEn) {
        return new Refused(field, new Wording(zh, en), value.toString(), new Wording(rule, ruleEn));
    }
}
