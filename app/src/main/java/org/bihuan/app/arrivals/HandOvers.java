package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handing travellers over from where they land to where they go: sent with a receipt asked for, received by name, or
 * refused, which gives them back. Sight goes with it. Thread-safe.
 */
@Service
class HandOvers {
    private final HandOverStore store;
    private final Recording recording;
    private final Labels labels;
    private final Facts facts;
    private final ArrivalSettings settings;

    HandOvers(HandOverStore store, Recording recording, Labels labels, Facts facts, ArrivalSettings settings) {
        this.store = store;
        this.recording = recording;
        this.labels = labels;
        this.facts = facts;
        this.settings = settings;
    }

    /** Who landed in the asker's region and waits to be sent on. */
    @Transactional(readOnly = true)
    public List<Journey> here(Instant now) {
        return store.here(Asking.sight(), now.minus(settings.back()), now, HandOverView.MOST);
    }

    /** Who was sent to the asker's region and waits to be received. */
    @Transactional(readOnly = true)
    public List<Journey> coming() {
        return store.coming(Asking.sight(), receivesOwn(), HandOverView.MOST);
    }

    /** Who was sent from the asker's region and is received by nobody yet. */
    @Transactional(readOnly = true)
    public List<Journey> sent() {
        return store.sent(Asking.sight(), HandOverView.MOST);
    }

    /** How many sent to the asker's region should have been received by now. */
    @Transactional(readOnly = true)
    public long late(Instant now) {
        return store.late(Asking.sight(), receivesOwn(), now);
    }

    /**
     * Whether the asker receives whom their own region has sent: a checkpoint does not, though it lies in the county that
     * the community lies in.
     */
    private static boolean receivesOwn() {
        return Asking.sight().owners().isEmpty() || !Asking.may(Permission.REGISTER_ARRIVALS);
    }

    /** The journey, as far as the asker sees it. */
    @Transactional(readOnly = true)
    public Journey get(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new Refused(
                        "journey",
                        labels.of(Words.ARRIVAL, Words.ARRIVED_AT),
                        id.toString(),
                        new Wording("没有这次来返，或不由您的地区负责；请重新打开列表", "is no arrival of your region: open the list again")));
    }

    /** Sends people on; who was sent already stays so. */
    void send(List<Journey> journeys, Fields fields, Asker asker, Instant now) {
        String key = Entered.key(fields.of("key")).toString();
        DivisionCode chosen = fields.has(Words.DESTINATION)
                ? Entered.division(
                        Words.DESTINATION,
                        labels.of(Words.JOURNEY_HAND_OVER, Words.DESTINATION),
                        fields.of(Words.DESTINATION))
                : null;
        RawFacts all = new RawFacts(asker.login(), key, now);
        List<SubjectId> touched = new ArrayList<>();
        for (Journey each : journeys) {
            DivisionCode to = chosen == null ? each.division() : chosen;
            if (to == null) {
                throw new Refused(
                        Words.DESTINATION,
                        labels.of(Words.JOURNEY_HAND_OVER, Words.DESTINATION),
                        "",
                        new Wording("目的地未知，请选择交到哪里", "is unknown: choose where the person is sent"));
            }
            if (each.steps().sentAt() == null && each.steps().arrivedAt() != null) {
                List<SubjectId> who = List.of(each.subject());
                String name = "send/" + each.subject().id();
                all.add(
                        name,
                        Words.JOURNEY_HAND_OVER,
                        who,
                        asker.region(),
                        Map.of(Words.SENT_AT, now, Words.DESTINATION, to));
                all.add(name + "/sight", Words.HAND_OVER, who, asker.region(), Map.of("handedOverAt", now, "to", to));
                touched.add(each.subject());
            }
        }
        if (!touched.isEmpty()) {
            recording.inOne(() -> recording.take(all, touched, Words.JOURNEY_HAND_OVER, now));
        }
    }

    /** Receives somebody by name; received twice is received. */
    void receive(Journey journey, Fields fields, Asker asker, Instant now) {
        String by = fields.text("by", labels.of(Words.JOURNEY_HAND_OVER, "by"));
        if (journey.steps().receivedAt() != null) {
            return;
        }
        requireSent(journey);
        RawFacts all = new RawFacts(asker.login(), "receive/" + sending(journey), now)
                .add(
                        "receipt",
                        Words.JOURNEY_HAND_OVER,
                        List.of(journey.subject()),
                        asker.region(),
                        // Says which sending it answers: without, it would be taken for the last one's.
                        Map.of(Words.SENT_AT, sentAt(journey), Words.RECEIVED_AT, now, "by", by));
        recording.inOne(() -> recording.take(all, List.of(journey.subject()), Words.JOURNEY_HAND_OVER, now));
    }

    /** Refuses somebody: the sending is taken back, and the person is where they were. */
    void refuse(Journey journey, Fields fields, Asker asker, Instant now) {
        String reason = fields.text("reason", labels.of(Words.REFUSAL, "reason"));
        String by = fields.text("by", labels.of(Words.REFUSAL, "by"));
        requireSent(journey);
        List<SubjectId> who = List.of(journey.subject());
        RawFacts all = new RawFacts(asker.login(), "refuse/" + sending(journey), now);
        Map<String, Object> refusal = new HashMap<>(Map.of("refusedAt", now, "by", by, "reason", reason));
        all.add("refusal", Words.REFUSAL, who, journey.seenIn(), refusal);
        recording.inOne(() -> {
            int number = 0;
            for (StandingFact each : sent(journey)) {
                all.retract("back" + ++number, each.fact().id().value().toString(), who, reason);
            }
            recording.take(all, who, Words.REFUSAL, now);
        });
    }

    private static Instant sentAt(Journey journey) {
        return Objects.requireNonNull(journey.steps().sentAt());
    }

    private static String sending(Journey journey) {
        return journey.subject().id() + "/" + journey.steps().sentAt();
    }

    private void requireSent(Journey journey) {
        if (journey.steps().sentAt() == null || journey.steps().receivedAt() != null) {
            throw new Refused(
                    "journey",
                    labels.of(Words.JOURNEY_HAND_OVER, Words.SENT_AT),
                    journey.id().toString(),
                    new Wording("没有等待接收的交接，或已被接收；请重新打开列表", "waits for no receipt any more: open the list again"));
        }
    }

    /** The facts that sent the person: the hand-over and the sight that goes with it. */
    private List<StandingFact> sent(Journey journey) {
        Instant at = journey.steps().sentAt();
        return facts.read(facts.groups(List.of(journey.subject()))).values().stream()
                .flatMap(own -> Corrections.standing(own.facts()).stream())
                .filter(each -> at != null
                        && (at.equals(Journey.micros(each.fact().moment(Words.SENT_AT)))
                                || at.equals(Journey.micros(each.fact().moment("handedOverAt")))))
                .toList();
    }
}
