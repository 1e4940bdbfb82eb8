package org.bihuan.app.arrivals.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/** Reads one arrival. */
final class JourneyReader {
    private static final String HANDED_OVER_AT = "handedOverAt";

    /** Remark of somebody whom the community would not receive. */
    private static final String REFUSED = "refused";

    private final JourneyRules rules;
    private final Dossier dossier;
    private final Episode episode;
    private final Verdict verdict;

    JourneyReader(JourneyRules rules, Dossier dossier, Decision decision, Episode episode) {
        this.rules = rules;
        this.dossier = dossier;
        this.episode = episode;
        this.verdict = new Verdict(rules, decision, roots(episode));
    }

    private static Set<UUID> roots(Episode episode) {
        return episode.roots().stream().map(EpisodeRoot::id).collect(Collectors.toSet());
    }

    /** A declaration that nobody has come for yet. */
    static Journey declaredOnly(SubjectId subject, StandingFact declaration) {
        Fact fact = declaration.fact();
        DivisionCode destination = place(fact, Words.DESTINATION);
        return new Journey(
                declaration.root().value(),
                subject,
                destination == null ? fact.division() : destination,
                null,
                place(fact, Words.ORIGIN),
                Journeys.expected(fact),
                new Journey.Steps(declaredAt(fact), null, "", null, null, null, null),
                new Journey.Waits(null, null, null),
                "",
                receipt(declaration),
                false);
    }

    Journey read(Stay stay, List<StandingFact> declarations) {
        Set<UUID> roots = roots(episode);
        List<Fact> facts = stay.standing().stream()
                .filter(each -> roots.contains(each.root().value()))
                .map(StandingFact::fact)
                .sorted(Fact.BY_PRECEDENCE)
                .toList();
        Instant at =
                Objects.requireNonNullElse(episode.anchor(), facts.getFirst().occurredAt());
        Fact seen = facts.stream()
                .filter(JourneyReader::isSeen)
                .max(Comparator.comparing((Fact fact) -> fact.kind().equals(Words.LANDING))
                        .thenComparing(Fact.BY_PRECEDENCE))
                .orElse(null);
        boolean refused = stay.last(Words.REFUSAL, "refusedAt", at) != null;
        Instant arrivedAt = seen == null ? null : at;
        Fact sent = stay.of(Words.JOURNEY_HAND_OVER, Words.SENT_AT)
                // A receipt that says which sending it answers repeats the time and not where to.
                .filter(fact -> fact.moment(Words.RECEIVED_AT) == null || place(fact, Words.DESTINATION) != null)
                .max((left, right) -> Objects.requireNonNull(left.moment(Words.SENT_AT))
                        .compareTo(Objects.requireNonNull(right.moment(Words.SENT_AT))))
                .orElse(null);
        Instant sentAt = sent == null ? null : sent.moment(Words.SENT_AT);
        Instant receivedAt = stay.of(Words.JOURNEY_HAND_OVER, Words.RECEIVED_AT)
                .filter(fact -> fact.text("by") != null && answers(fact, sentAt))
                .map(fact -> Objects.requireNonNull(fact.moment(Words.RECEIVED_AT)))
                .filter(received -> sentAt == null || !received.isBefore(sentAt))
                .max(Instant::compareTo)
                .orElse(null);
        Instant testedAt = stay.first(Words.TEST, "sampledAt", at);
        Instant left = stay.last(Words.RELEASE, "releasedAt", at);
        return new Journey(
                episode.root(),
                dossier.subject(),
                division(stay, sent, facts),
                seen == null ? null : seen.division(),
                episode.place(Words.ORIGIN),
                at,
                new Journey.Steps(
                        declared(facts, declarations),
                        arrivedAt,
                        arrivedAt == null ? "" : verdict.outcome(),
                        testedAt,
                        sentAt,
                        receivedAt,
                        arrivedAt == null ? null : left != null ? left : verdict.freeAt(arrivedAt)),
                new Journey.Waits(
                        arrivedAt == null || testedAt != null ? null : verdict.dueAt(rules.tests()),
                        sentAt == null || receivedAt != null ? null : verdict.dueAnywhere(rules.handOvers()),
                        verdict.overdueSince()),
                refused && sentAt == null ? REFUSED : verdict.remark(),
                declarations.stream()
                        .map(JourneyReader::receipt)
                        .min(String::compareTo)
                        .orElse(""),
                false);
    }

    /** Whether the fact says that the person is here, not only that they are to come. */
    private static boolean isSeen(Fact fact) {
        Instant at = fact.moment(Words.ARRIVED_AT);
        return !fact.kind().equals(Words.ARRIVAL)
                || fact.moment(Words.REGISTERED_AT) != null
                || fact.moment(Words.DECLARED_AT) == null
                || at != null && !at.isAfter(fact.statedAt());
    }

    /** Whether the receipt is of this sending; one that does not say may be. */
    private static boolean answers(Fact receipt, @Nullable Instant sentAt) {
        Instant own = receipt.moment(Words.SENT_AT);
        return own == null || sentAt == null || Objects.equals(Journey.micros(own), Journey.micros(sentAt));
    }

    /** Where the person was last handed over to, by whichever kind of fact; else where they are going. */
    private @Nullable DivisionCode division(Stay stay, @Nullable Fact sent, List<Fact> facts) {
        DivisionCode to = stay.of(Words.HAND_OVER, HANDED_OVER_AT)
                .max(Comparator.comparing(fact -> Objects.requireNonNull(fact.moment(HANDED_OVER_AT))))
                .map(fact -> place(fact, "to"))
                .orElse(sent == null ? null : place(sent, Words.DESTINATION));
        DivisionCode destination = to == null ? episode.division() : to;
        return destination != null ? destination : facts.getFirst().division();
    }

    private static @Nullable Instant declared(List<Fact> facts, List<StandingFact> declarations) {
        return Stream.concat(
                        facts.stream().map(fact -> fact.moment(Words.DECLARED_AT)),
                        declarations.stream().map(each -> declaredAt(each.fact())))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Instant declaredAt(Fact declaration) {
        return Stream.of("appDeclaredAt", "communityDeclaredAt")
                .map(declaration::moment)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(declaration.occurredAt());
    }

    private static String receipt(StandingFact declaration) {
        String receipt = declaration.fact().text("receipt");
        return receipt == null ? "" : receipt;
    }

    private static @Nullable DivisionCode place(Fact fact, String field) {
        return fact.fields().get(field) instanceof FieldValue.Place place ? place.value() : null;
    }
}
