package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.orders.Orders;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.FactFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One duty and what can be done about it. Every form may be sent twice. */
@Controller
@Needs(Permission.SEE_DUTIES)
class DutyPage {
    static final String SOURCE = "console";
    private static final int LONGEST_KEY = 100;

    private final Duties duties;
    private final DutyWork work;
    private final DutyForms forms;
    private final Orders orders;
    private final WordBook words;
    private final Settling settling;
    private final Clock clock;

    DutyPage(
            Duties duties,
            DutyWork work,
            DutyForms forms,
            Orders orders,
            WordBook words,
            Settling settling,
            Clock clock) {
        this.duties = duties;
        this.work = work;
        this.forms = forms;
        this.orders = orders;
        this.words = words;
        this.settling = settling;
        this.clock = clock;
    }

    @GetMapping("/duties/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, Locale locale, Model model) {
        return page(duty(id), back, DutyForms.Sent.NOTHING, locale, model);
    }

    @Needs(Permission.DO_DUTIES)
    @PostMapping("/duties/{id}/{action}")
    Object record(
            @PathVariable UUID id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Map<String, String> values,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        DutyView duty = duty(id);
        String key = values.getOrDefault("key", "");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!Asking.may(needs(action))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<FieldError> errors = switch (action) {
            case "evidence" -> evidence(duty, values, key, now);
            case "decision" -> decide(duty, values, now);
            default -> work(duty, action, values, key, now);
        };
        if (!errors.isEmpty()) {
            return new org.springframework.web.servlet.ModelAndView(
                    page(duty, back, new DutyForms.Sent(action, values, errors), locale, model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        settling.await(duty.subject());
        String to = Back.or(back, "/duties");
        String done = isMet(id) ? "met" : "recorded";
        // a value that was decided binds a whole district and is taken back by deciding anew
        return "redirect:"
                + (action.equals("decision") ? Back.with(to, done) : Back.with(to, done, new Undo(id, action, key)));
    }

    private static Permission needs(String action) {
        return switch (action) {
            case "evidence" -> Permission.DO_DUTIES;
            case "decision" -> Permission.DECIDE_VALUES;
            default -> kind(action).needs();
        };
    }

    private static WorkKind kind(String action) {
        return WorkKind.find(action).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isMet(UUID id) {
        return duties.find(id, clock.instant())
                .map(duty -> duty.metAt() != null || duty.waivedAt() != null)
                .orElse(true);
    }

    private List<FieldError> evidence(DutyView duty, Map<String, String> values, String key, Instant now) {
        FactFilter filter = work.evidence(duty).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return errors(
                work.recordEvidence(duty, filter, forms.fields(filter.kind(), values, filter.at()), SOURCE, key, now));
    }

    private List<FieldError> work(DutyView duty, String action, Map<String, String> values, String key, Instant now) {
        WorkKind kind = kind(action);
        return errors(
                work.record(duty, kind, forms.fields(kind.factKind(), values, kind.timeField()), SOURCE, key, now));
    }

    /** A value that an order leaves to this region. */
    private List<FieldError> decide(DutyView duty, Map<String, String> values, Instant now) {
        DivisionCode division = DivisionCode.parse(duty.recordedSubject().id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String value = values.getOrDefault("value", "").strip();
        String reason = values.getOrDefault("reason", "").strip();
        if (duty.metAt() != null) {
            return List.of(); // decided already, perhaps by the first of two clicks
        }
        Rules.Setting setting = orders.set(duty.pack(), duty.step(), division, value, now, SOURCE, reason);
        return switch (setting) {
            case Rules.Setting.Done _ -> List.of();
            case Rules.Setting.Refused refused -> {
                String[] message = refused.message().split(" / ", 2);
                yield List.of(FieldError.of(
                        reason.isEmpty() ? "reason" : "value",
                        reason.isEmpty() ? "" : value,
                        "parameter.refused",
                        message[0],
                        message[message.length - 1]));
            }
        };
    }

    private static List<FieldError> errors(Append append) {
        return switch (append) {
            case Append.Recorded _, Append.Repeated _ -> List.of();
            case Append.Refused refused -> refused.errors();
            case Append.Conflict _ ->
                List.of(FieldError.of(
                        "key",
                        "",
                        "key.conflict",
                        "这张表单已提交过另一内容，请重新打开后再填",
                        "this form has been sent with another content; open it anew"));
        };
    }

    private DutyView duty(UUID id) {
        return duties.find(id, clock.instant()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private @Nullable Instant restsUntil(DutyView duty, Instant now) {
        Set<String> served = work.served(duty);
        return served.isEmpty()
                ? null
                : duties.findSubject(duty.subject(), now)
                        .map(state -> Rest.of(state, served, now))
                        .orElse(null);
    }

    private String page(DutyView duty, String back, DutyForms.Sent sent, Locale locale, Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        var evidence = forms.evidence(duty, in, sent, now);
        model.addAttribute(
                "duty",
                new DutyDetail(
                        DutyRow.of(duty, in, words.names(List.of(duty.subject()), "duty"), now),
                        in.pack(duty.pack()),
                        duty.clauses(),
                        restsUntil(duty, now),
                        duty.attempts(),
                        Asking.may(Permission.DO_DUTIES) ? evidence.orElse(null) : null,
                        Arrays.stream(WorkKind.values())
                                .filter(kind -> Asking.may(kind.needs()))
                                .map(kind -> forms.work(kind, in, sent, now))
                                .toList(),
                        evidence.isEmpty()
                                && duty.subject().type().equals("region")
                                && Asking.may(Permission.DECIDE_VALUES),
                        sent,
                        sent.isFor("decision")
                                ? sent.errors().stream()
                                        .map(error -> in.of(error.rule()))
                                        .toList()
                                : List.of(),
                        UUID.randomUUID().toString(),
                        Back.or(back, "/duties")));
        return "console/duty";
    }
}
