package org.bihuan.app.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.AuditEntry;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes what a resident learns of a notice; nothing of any other measure. Thread-safe. */
@Component
class WhyViews {
    private static final int READINGS = 40;

    private final Duties duties;
    private final Rules rules;
    private final Audit audit;
    private final Appeals appeals;
    private final AppealRules appealRules;
    private final ZoneId zone;

    WhyViews(
            Duties duties,
            Rules rules,
            Audit audit,
            Appeals appeals,
            AppealRules appealRules,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.duties = duties;
        this.rules = rules;
        this.audit = audit;
        this.appeals = appeals;
        this.appealRules = appealRules;
        this.zone = zone;
    }

    WhyView of(Notice notice, Locale locale, Instant now) {
        boolean zh = locale.getLanguage().equals("zh");
        Optional<SubjectState> found = Asking.asMachine(() -> duties.findSubject(notice.subject(), now));
        Optional<Decision> decision = found.map(SubjectState::decision);
        Optional<Measure> measure = decision.stream()
                .flatMap(each -> each.now().measures().stream())
                .filter(each -> each.kind().equals(notice.measure()))
                .findFirst();
        Optional<Pack> pack = pack(measure, notice);
        Set<String> clauses = Set.copyOf(measure.map(Measure::clauses).orElse(List.of()));
        Optional<Duty> next = measure.isEmpty() ? Optional.empty() : decision.flatMap(each -> next(each, now));
        Instant told = found.map(state -> told(state, notice)).orElse(null);
        List<WhyView.Line> lines = appeals.ofNotice(notice.id()).stream()
                .map(appeal -> line(appeal, zh, now))
                .toList();
        return new WhyView(
                notice,
                pack.map(each -> each.vocabulary().measures().get(notice.measure()))
                        .map(kind -> of(kind.wording(), zh))
                        .orElse(notice.measure()),
                measure.isPresent(),
                measure.map(Measure::from).orElse(notice.from()),
                measure.isPresent() ? measure.get().until() : notice.until(),
                decision.stream()
                        .flatMap(each -> each.reasons().stream())
                        .filter(reason -> reason.clauses().stream().anyMatch(clauses::contains))
                        .map(reason -> of(reason.wording(), zh))
                        .distinct()
                        .toList(),
                pack.map(each -> of(each.manifest().titles(), zh)).orElse(""),
                measure.map(Measure::clauses).orElse(List.of()),
                next.map(duty -> of(duty.wording(), zh)).orElse(null),
                next.map(Duty::dueAt).orElse(null),
                told,
                contestUntil(told),
                appealRules.helpLine(),
                grounds(zh),
                hours(),
                lines,
                lines.stream()
                        .map(WhyView.Line::appeal)
                        .filter(appeal -> measure.isPresent() && appeal.suspends(now))
                        .map(Appeal::suspended)
                        .filter(Objects::nonNull)
                        .map(Appeal.Suspended::until)
                        .findFirst()
                        .orElse(null),
                of(appealRules.suspension().wording(), zh),
                lines.stream().noneMatch(line -> line.appeal().isOpen()),
                UUID.randomUUID().toString(),
                readings(found, notice));
    }

    private Optional<Pack> pack(Optional<Measure> measure, Notice notice) {
        Set<String> ids = measure.stream()
                .flatMap(each -> each.sources().stream())
                .map(source -> source.pack().id())
                .collect(java.util.stream.Collectors.toSet());
        return rules.active().stream()
                .filter(pack -> ids.isEmpty()
                        ? pack.vocabulary().measures().containsKey(notice.measure())
                        : ids.contains(pack.id()))
                .findFirst();
    }

    private static Optional<Duty> next(Decision decision, Instant now) {
        return decision.duties().stream()
                .filter(duty -> duty.stateAt(now) != Duty.State.MET && duty.stateAt(now) != Duty.State.WAIVED)
                .min(Comparator.comparing(Duty::dueAt));
    }

    /** The first time that somebody said they were told: a fact. */
    private static @Nullable Instant told(SubjectState state, Notice notice) {
        return Corrections.standing(state.dossier().facts()).stream()
                .map(StandingFact::fact)
                .filter(fact -> fact.kind().equals("notice-delivered")
                        && notice.number().equals(fact.text("number")))
                .map(fact -> fact.occurredAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The resident's clock starts when told, not when something was issued. */
    private @Nullable LocalDate contestUntil(@Nullable Instant told) {
        return told == null ? null : told.atZone(zone).toLocalDate().plusDays(appealRules.reconsiderationDays());
    }

    private WhyView.Line line(Appeal appeal, boolean zh, Instant now) {
        Appeals.Words words = appeals.words(appeal.id());
        AppealRules.Ground ground = appealRules.grounds().get(appeal.ground());
        String outcome = appeal.outcome();
        Wording known = outcome == null ? null : appealRules.outcomes().get(outcome);
        return new WhyView.Line(
                appeal,
                ground == null ? appeal.ground() : of(ground.wording(), zh),
                words.words(),
                known == null ? "" : of(known, zh),
                words.answer(),
                appeal.isLate(now));
    }

    private Map<String, String> grounds(boolean zh) {
        Map<String, String> grounds = new LinkedHashMap<>();
        appealRules.grounds().forEach((key, ground) -> grounds.put(key, of(ground.wording(), zh)));
        return grounds;
    }

    private Map<String, Integer> hours() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        appealRules.grounds().forEach((key, ground) -> hours.put(key, ground.hours()));
        return hours;
    }

    private List<AuditEntry> readings(Optional<SubjectState> found, Notice notice) {
        List<SubjectId> ids = found.map(SubjectState::aliases).orElse(List.of(notice.subject()));
        return audit.about(ids.stream().map(SubjectId::toString).toList(), READINGS);
    }

    private static String of(Wording wording, boolean zh) {
        return zh ? wording.zh() : wording.en();
    }
}
