package org.bihuan.app.notices;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues documents, and finds them. Thread-safe. */
@Service
public class Notices {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MACHINE = "machine";

    private final NoticeStore store;
    private final DeliveryStore deliveries;
    private final NoticeTexts texts;
    private final SealedWords sealed;
    private final NoticeSettings settings;
    private final Duties duties;
    private final Rules rules;

    Notices(
            NoticeStore store,
            DeliveryStore deliveries,
            NoticeTexts texts,
            SealedWords sealed,
            NoticeSettings settings,
            Duties duties,
            Rules rules) {
        this.store = store;
        this.deliveries = deliveries;
        this.texts = texts;
        this.sealed = sealed;
        this.settings = settings;
        this.duties = duties;
        this.rules = rules;
    }

    /**
     * Issues whatever the subject lacks at the moment: a notice of each measure that restricts it, a replacement where
     * something changed, a release or a withdrawal where a measure is over. Doing it again issues nothing.
     *
     * @return what was issued
     */
    @Transactional(label = Asking.MACHINE)
    public List<Notice> issue(SubjectId asked, Instant now) {
        return issue(asked, Asking.asker().map(Asker::login).orElse(MACHINE), now);
    }

    /** The same for somebody who asked for it before. */
    @Transactional(label = Asking.MACHINE)
    List<Notice> issue(SubjectId asked, String by, Instant now) {
        store.lock(asked);
        Optional<SubjectState> found = duties.findSubject(asked, now);
        if (found.isEmpty() || !texts.isFor(asked.type())) {
            return List.of();
        }
        SubjectState state = found.get();
        List<Ground> inForce = state.decision().now().measures().stream()
                .filter(Measure::restricts)
                .map(Ground::of)
                .toList();
        return NoticePlan.of(inForce, store.valid(state.aliases()), now).stream()
                .map(step -> add(step, state, by, now))
                .toList();
    }

    private Notice add(NoticePlan.Step step, SubjectState state, String by, Instant now) {
        Pack pack = pack(step.ground(), state);
        Manifest manifest = pack.manifest();
        DivisionCode region = manifest.jurisdiction().atLevel(3);
        int year = texts.year(now);
        String number = texts.number(
                step.kind(), region, year, store.nextSerial(texts.series(step.kind()), region.value(), year));
        @Nullable UUID before = step.before();
        String beforeNumber =
                before == null ? null : store.find(before).map(Notice::number).orElse(null);
        Notice notice = new Notice(
                HashId.of("notice", step.kind().name(), step.ground().measure().toString(), number),
                step.kind(),
                number,
                token(),
                state.subject(),
                region,
                step.ground().kind(),
                step.ground().from(),
                step.ground().until(),
                now,
                manifest.issuer().zh(),
                texts.lines(step.kind(), step.ground(), pack, state.decision(), number, beforeNumber, now),
                NoticeState.VALID);
        store.add(notice, step.ground(), before);
        store.setIssuedBy(notice.id(), by);
        send(notice, now);
        return notice;
    }

    /** The order that demands the measure; one in force when nobody demands it any more. */
    private Pack pack(Ground ground, SubjectState state) {
        Set<String> ids = state.decision().now().measures().stream()
                .filter(measure -> Ground.of(measure).measure().equals(ground.measure()))
                .flatMap(measure -> measure.sources().stream())
                .map(source -> source.pack().id())
                .collect(Collectors.toSet());
        List<Pack> active = rules.active();
        return active.stream()
                .filter(pack -> ids.contains(pack.id()))
                .findFirst()
                .or(() -> active.stream()
                        .filter(pack -> pack.measures().values().stream()
                                .anyMatch(measure -> measure.kind().equals(ground.kind())))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no active order knows the measure " + ground.kind()));
    }

    private void send(Notice notice, Instant now) {
        settings.channels().forEach(channel -> deliveries.queue(notice.id(), channel, now));
    }

    /**
     * Issues the answer to an appeal against a notice; a document of its own, delivered like any other.
     *
     * @param appeal answered twice, it is issued once
     * @param outcome what came of it, in words for the document
     * @param answer the answer in full; lies sealed
     * @return id of the document
     */
    @Transactional(label = Asking.MACHINE)
    public UUID reply(Notice about, UUID appeal, String outcome, String answer, Instant now) {
        return letter(NoticeKind.REPLY, HashId.of("reply", appeal.toString()), about, outcome, null, answer, now);
    }

    /**
     * Issues the decision that a measure is not carried out until an appeal is answered, or the moment.
     *
     * @param ground on which ground, in words for the document
     * @param words what is said to the person; lies sealed
     */
    @Transactional(label = Asking.MACHINE)
    public UUID suspension(Notice about, UUID appeal, String ground, Instant until, String words, Instant now) {
        UUID id = HashId.of("suspension", appeal.toString());
        return letter(NoticeKind.SUSPENSION, id, about, ground, until, words, now);
    }

    private UUID letter(
            NoticeKind kind,
            UUID id,
            Notice about,
            String outcome,
            @Nullable Instant until,
            String words,
            Instant now) {
        int year = texts.year(now);
        String number = texts.number(
                kind,
                about.region(),
                year,
                store.nextSerial(texts.series(kind), about.region().value(), year));
        Notice letter = new Notice(
                id,
                kind,
                number,
                token(),
                about.subject(),
                about.region(),
                about.measure(),
                about.from(),
                about.until(),
                now,
                about.issuer(),
                texts.letterLines(kind, about, outcome, until, number, now),
                NoticeState.VALID);
        store.add(letter, new Ground(letter.id(), about.measure(), about.from(), about.until(), List.of()), null);
        sealed.keep(letter, words, now);
        send(letter, now);
        return letter.id();
    }

    /** Who had it issued; the machine where nobody did. */
    @Transactional(readOnly = true)
    public String issuedBy(UUID notice) {
        return store.issuedBy(notice).orElse(MACHINE);
    }

    /** 128 random bits. */
    private static String token() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Transactional(readOnly = true)
    public Optional<Notice> find(UUID id) {
        return store.find(id);
    }

    /** The document whose code somebody read. */
    @Transactional(readOnly = true)
    public Optional<Notice> findByToken(String token) {
        return store.findByToken(token);
    }

    /** The latest documents. */
    @Transactional(readOnly = true)
    public List<Notice> latest(int limit) {
        return store.latest(null, limit);
    }

    /** The documents of a subject, the latest first. */
    @Transactional(readOnly = true)
    public List<Notice> of(SubjectId subject) {
        return store.latest(subject, 200);
    }

    /** Their ways to the person. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Delivery>> deliveries(List<Notice> notices) {
        return deliveries.of(notices.stream().map(Notice::id).toList()).stream()
                .collect(Collectors.groupingBy(Delivery::notice));
    }
}
