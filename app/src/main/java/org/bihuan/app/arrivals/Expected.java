package org.bihuan.app.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Finder;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds who has declared and not arrived, by number plate, the last four digits of a telephone, or the receipt. Whoever
 * declared for a city is found at any of its checkpoints, wherever in it they are going: that is what they were told it is
 * for. Names come masked; the traveller says the rest. Not within a transaction. Thread-safe.
 */
@Component
class Expected {
    private static final int MOST = 2_000;
    private static final int SHOWN = 20;

    private final Finder finder;
    private final ArrivalListStore store;
    private final Faces faces;
    private final ArrivalSettings settings;
    private final TransactionTemplate transactions;

    Expected(
            Finder finder,
            ArrivalListStore store,
            Faces faces,
            ArrivalSettings settings,
            TransactionTemplate transactions) {
        this.finder = finder;
        this.store = store;
        this.faces = faces;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Who fits, the nearest expected time first. */
    List<ExpectedPerson> find(String typed, Asker asker, Instant now) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        return Asking.asMachine(() -> {
            List<Journey> found = new ArrayList<>();
            transactions.executeWithoutResult(status -> {
                found.addAll(store.of(candidates(plain)));
                if (plain.matches("[0-9a-f]{8}")) {
                    found.addAll(store.ofReceipt(plain));
                }
            });
            return named(open(found, asker, now, SHOWN), now);
        });
    }

    private List<SubjectId> candidates(String plain) {
        List<SubjectId> all = plain.matches("[0-9]{4}")
                ? finder.byPhoneEnd(plain, MOST)
                : NumberPlate.parse(plain)
                        .map(plate -> finder.byPlate(plate, MOST))
                        .orElse(List.of());
        return all.stream().filter(each -> each.type().equals(Words.PERSON)).toList();
    }

    /** Those of the people whom nobody has seen and who are expected here. */
    private List<Journey> open(List<Journey> found, Asker asker, Instant now, int limit) {
        DivisionCode city = asker.region().atLevel(Math.min(2, asker.region().level()));
        return found.stream()
                .filter(each -> each.steps().arrivedAt() == null && each.steps().declaredAt() != null)
                .filter(each -> each.division() != null && city.contains(each.division()))
                .filter(each -> Duration.between(now, each.at())
                                .abs()
                                .compareTo(settings.rules().belongs())
                        <= 0)
                .sorted((left, right) -> Duration.between(now, left.at())
                        .abs()
                        .compareTo(Duration.between(now, right.at()).abs()))
                .limit(limit)
                .toList();
    }

    /** Everybody who is expected in the asker's city, the nearest expected time first. */
    List<Journey> all(Asker asker, Instant now, int limit) {
        DivisionCode city = asker.region().atLevel(Math.min(2, asker.region().level()));
        Duration belongs = settings.rules().belongs();
        return Asking.asMachine(() -> open(
                Objects.requireNonNull(transactions.execute(
                        status -> store.expected(city, now.minus(belongs), now.plus(belongs), now, limit))),
                asker,
                now,
                limit));
    }

    private List<ExpectedPerson> named(List<Journey> found, Instant now) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<SubjectId, String> names =
                faces.of(found.stream().map(Journey::subject).toList(), "name", Action.SEARCH, now);
        List<ExpectedPerson> people = new ArrayList<>();
        for (Journey each : found) {
            people.add(new ExpectedPerson(
                    each.subject(),
                    MaskedName.of(names.getOrDefault(each.subject(), "")),
                    each.origin(),
                    each.division(),
                    each.at(),
                    Objects.requireNonNullElse(each.steps().declaredAt(), each.at()),
                    each.receipt()));
        }
        return people;
    }

    /** The journey of somebody who is expected; empty when they are not, or not here. */
    Optional<Journey> require(SubjectId person, Asker asker, Instant now) {
        return Asking.asMachine(() ->
                open(Objects.requireNonNull(transactions.execute(status -> store.of(List.of(person)))), asker, now, 1)
                        .stream()
                        .findFirst());
    }
}
