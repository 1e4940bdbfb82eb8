package org.bihuan.app.orders.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.orders.OrderRefused;
import org.bihuan.app.orders.PlannedValues;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.orders.WaitingApprovals;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;
import org.bihuan.policy.table.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts together what the pages of orders show. Thread-safe. */
@Component
class OrderPages {
    private static final int EVENTS = 50;
    private static final int PROPOSALS = 20;
    private static final String PARAMETERS = "parameters.yaml";

    private final Versions versions;
    private final Rules rules;
    private final Proposals proposals;
    private final PlannedValues values;
    private final Rejudging rejudging;
    private final WaitingApprovals waiting;
    private final ZoneId zone;

    OrderPages(
            Versions versions,
            Rules rules,
            Proposals proposals,
            PlannedValues values,
            Rejudging rejudging,
            WaitingApprovals waiting,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.versions = versions;
        this.rules = rules;
        this.proposals = proposals;
        this.values = values;
        this.rejudging = rejudging;
        this.waiting = waiting;
        this.zone = zone;
    }

    OrdersPage all(String error) {
        List<OrdersPage.Row> rows = new ArrayList<>();
        for (String pack : versions.packs()) {
            List<PackVersion> all = versions.list(pack);
            PackVersion active = all.stream()
                    .filter(each -> each.state() == PackVersion.State.ACTIVE)
                    .findFirst()
                    .orElse(null);
            PackVersion shown = active == null ? all.getFirst() : active;
            Pack read = versions.pack(shown.hash());
            long unset = read.parameters().values().stream()
                    .filter(each -> each.value() == null)
                    .count();
            rows.add(new OrdersPage.Row(shown, read.manifest(), all.size(), unset, active));
        }
        boolean approves = Asking.may(Permission.APPROVE_ORDERS);
        return new OrdersPage(
                rows,
                proposals.list(PROPOSALS),
                approves ? waiting.ordersOfValues(Who.asks()) : List.of(),
                approves ? Who.asks() : "",
                Asking.may(Permission.PROPOSE_ORDERS),
                error);
    }

    OrderPage one(PackVersion version, String error) {
        return one(version, error, PARAMETERS, null);
    }

    /**
     * One version.
     *
     * @param file which of its files is offered to be changed
     * @param typed what was typed into it, null when it says what it says
     */
    OrderPage one(PackVersion version, String error, String file, @Nullable String typed) {
        Map<String, String> texts = versions.texts(version.hash());
        String shown = texts.containsKey(file) ? file : PARAMETERS;
        Pack pack = versions.pack(version.hash());
        PackPolicy policy = rules.candidate(version.hash(), version.installedAt());
        Proposal open = proposals.list(PROPOSALS).stream()
                .filter(each -> each.pack().equals(version.pack()) && each.isOpen())
                .findFirst()
                .orElse(null);
        return new OrderPage(
                version,
                pack,
                versions.list(version.pack()),
                versions.check(version.hash()),
                pack.parameters().values().stream()
                        .map(each -> new OrderPage.Parameter(each, set(each, policy.settings())))
                        .toList(),
                pack.tables().stream().map(each -> table(pack, each)).toList(),
                versions.history(version.pack(), EVENTS),
                values.list(version.pack()),
                open,
                deciding(version, pack.manifest()),
                Asking.may(Permission.PROPOSE_ORDERS),
                rejudging.countPinned(version.pack()),
                List.copyOf(texts.keySet()),
                shown,
                typed == null ? texts.getOrDefault(shown, "") : typed,
                UUID.randomUUID(),
                error);
    }

    private static List<ParameterSetting> set(ParameterDefinition definition, List<ParameterSetting> settings) {
        Map<String, ParameterSetting> last = new LinkedHashMap<>();
        settings.stream()
                .filter(each -> each.parameter().equals(definition.id()))
                .forEach(each -> last.put(String.valueOf(each.division()), each));
        return List.copyOf(last.values());
    }

    private static OrderPage.Table table(Pack pack, TableUse table) {
        List<InputColumn> inputs = table.definition().inputs();
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).type() != InputType.BOOLEAN) {
                shown.add(i);
            }
        }
        List<OrderPage.Row> rows = new ArrayList<>();
        for (Rule rule : table.definition().rules()) {
            OutcomeDefinition outcome = pack.outcomes().get(rule.outcome());
            Wording sentence = outcome == null ? new Wording(rule.outcome(), rule.outcome()) : outcome.wording();
            rows.add(new OrderPage.Row(
                    rule.id(),
                    shown.stream().map(i -> rule.cells().get(i).text()).toList(),
                    RowLeads.of(pack, outcome),
                    sentence,
                    rule.clauses()));
        }
        return new OrderPage.Table(table.key(), shown.stream().map(inputs::get).toList(), rows);
    }

    /** Where whoever looks may decide a delegated value: the divisions of the level that they see. */
    private static List<DivisionCode> deciding(PackVersion version, Manifest manifest) {
        Manifest.Delegation delegation = manifest.delegation();
        if (delegation == null
                || version.state() != PackVersion.State.ACTIVE
                || !Asking.may(Permission.DECIDE_VALUES)) {
            return List.of();
        }
        return Divisions.load().list(delegation.level(), manifest.jurisdiction()).stream()
                .filter(each -> Asking.sight().sees(each))
                .toList();
    }

    /** A local date and time as a browser sends it; the present where there is none. Refused when it cannot be read. */
    Instant moment(String text, Instant now) {
        try {
            return text.isBlank() ? now : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw refusal(
                    "时间「" + text + "」看不懂，应如 2020-07-26T08:00",
                    "the time \"" + text + "\" should be like 2020-07-26T08:00");
        }
    }

    static OrderRefused refusal(String zh, String en) {
        return OrderRefused.of(zh, en);
    }

    /** What was wrong, in the user's language as far as there is one. */
    static String message(RuntimeException why, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        if (why instanceof OrderRefused refused) {
            return chinese ? refused.wording().zh() : refused.wording().en();
        }
        return (chinese ? "规则包有误，请改正后再传：" : "the pack is wrong, mend it and send it again: ") + why.getMessage();
    }
}
