package org.bihuan.app.doorstep;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.pack.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done at doors about duties that are no longer owed, for somebody in the office to look at. */
@Controller
@Needs(Permission.MANAGE_DUTIES)
class HeldPage {
    private static final int SHOWN = 200;
    private static final int LONGEST = 300;

    private final HeldStore held;
    private final Duties duties;
    private final Rules rules;
    private final MessageSource messages;
    private final Clock clock;

    HeldPage(HeldStore held, Duties duties, Rules rules, MessageSource messages, Clock clock) {
        this.held = held;
        this.duties = duties;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/held")
    String list(Locale locale, Model model) {
        model.addAttribute(
                "rows", held.list(SHOWN).stream().map(each -> row(each, locale)).toList());
        model.addAttribute("waiting", held.waiting());
        return "doorstep/held";
    }

    /** Somebody has looked into it. */
    @PostMapping("/held/{id}")
    String see(@PathVariable UUID id, @RequestParam(defaultValue = "") String finding) {
        String plain = finding.replace('\0', ' ').strip();
        if (!plain.isEmpty()) {
            held.see(
                    id,
                    Asking.asker().map(Asker::login).orElse(""),
                    plain.substring(0, Math.min(LONGEST, plain.length())),
                    clock.instant());
        }
        return "redirect:/held";
    }

    private HeldRow row(HeldStore.Held each, Locale locale) {
        Command command = each.command();
        Optional<DutyView> duty = command.dutyId().flatMap(id -> duties.find(id, clock.instant()));
        String kind = command.action() == Command.Action.ATTEMPT ? WorkKind.ATTEMPT.factKind() : "";
        List<String> said = command.fields().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> label(kind, field.getKey(), locale) + " "
                        + choice(field.getValue().toString(), locale))
                .toList();
        return new HeldRow(
                each.id(),
                each.login(),
                each.heldAt(),
                Instant.ofEpochMilli(command.phoneAt()).plusMillis(command.offsetMillis()),
                "doorstep.held." + command.action().name().toLowerCase(Locale.ROOT),
                duty.map(found -> in(found.title(), locale)).orElse(""),
                duty.map(found -> "/duties/" + found.id()).orElse(""),
                said,
                each.seenBy(),
                each.seenAt(),
                each.finding());
    }

    private String label(String kind, String field, Locale locale) {
        return rules.catalogue()
                .find(kind)
                .map(found -> found.fields().get(field))
                .map(found -> in(found.wording(), locale))
                .orElse(field);
    }

    private static String in(Wording wording, Locale locale) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }

    private String choice(String value, Locale locale) {
        return String.valueOf(messages.getMessage("console.choice." + value, null, value, locale));
    }
}
