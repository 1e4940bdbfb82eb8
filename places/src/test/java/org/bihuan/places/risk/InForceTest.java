package org.bihuan.places.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bihuan.proof.Clause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InForceTest {
    private static final Instant LATER = at("2020-06-01T00:00");

    @Test
    @Clause({"S1-101", "S1-092"})
    void responseGoesFromTwoToThreeAtItsMinute() {
        InForce<String> levels = new InForce<>(List.of(
                version("II", "2020-02-01T00:00", "2020-02-01T00:00", null),
                version("III", "2020-05-06T00:00", "2020-05-05T18:00", null)));
        assertThat(levels.at(at("2020-05-05T23:59"), LATER))
                .map(ListVersion::value)
                .contains("II");
        assertThat(levels.at(at("2020-05-06T00:00"), LATER))
                .map(ListVersion::value)
                .contains("III");
        assertThat(levels.at(at("2020-01-31T23:59"), LATER)).isEmpty();
    }

    @Test
    void whatCameLateCountsForItsOwnTimeButNobodyKnewItBefore() {
        InForce<String> lists = new InForce<>(List.of(
                version("first", "2022-11-01T21:00", "2022-11-01T21:05", null),
                version("third", "2022-11-03T21:00", "2022-11-03T21:05", null),
                version("second", "2022-11-02T22:00", "2022-11-04T08:00", null)));
        Instant moment = at("2022-11-03T12:00");
        assertThat(lists.at(moment, at("2022-11-03T22:00")))
                .map(ListVersion::value)
                .contains("first");
        assertThat(lists.at(moment, at("2022-11-04T08:00")))
                .map(ListVersion::value)
                .contains("second");
    }

    @Test
    void whatIsWithdrawnGivesWayToTheOneBeforeAndWhatIsIssuedAgainTakesItsPlace() {
        InForce<String> lists = new InForce<>(List.of(
                version("first", "2022-11-01T21:00", "2022-11-01T21:05", null),
                version("wrong", "2022-11-02T22:00", "2022-11-02T22:05", "2022-11-02T23:00"),
                version("right", "2022-11-02T22:00", "2022-11-03T01:00", null)));
        Instant moment = at("2022-11-02T22:30");
        assertThat(lists.at(moment, at("2022-11-02T22:30")))
                .map(ListVersion::value)
                .contains("wrong");
        assertThat(lists.at(moment, at("2022-11-02T23:30")))
                .map(ListVersion::value)
                .contains("first");
        assertThat(lists.at(moment, at("2022-11-03T02:00")))
                .map(ListVersion::value)
                .contains("right");
    }

    @Test
    void agreesWithLookingAtEveryVersion() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<ListVersion<String>> versions = new ArrayList<>();
            for (int i = 0; i < random.nextInt(10); i++) {
                Instant known = minute(random).plusSeconds(i); // no two become known in the same second
                versions.add(new ListVersion<>(
                        "v" + i, minute(random), known, random.nextInt(3) == 0 ? known.plusSeconds(90) : null));
            }
            InForce<String> inForce = new InForce<>(versions);
            for (int i = 0; i < 20; i++) {
                Instant moment = minute(random);
                Instant known = minute(random);
                assertThat(inForce.at(moment, known))
                        .as("seed %d, %s as known %s of %s", seed, moment, known, versions)
                        .isEqualTo(slow(versions, moment, known));
            }
        }
    }

    private static Optional<ListVersion<String>> slow(
            List<ListVersion<String>> versions, Instant moment, Instant known) {
        ListVersion<String> best = null;
        for (ListVersion<String> each : versions) {
            Instant withdrawn = each.withdrawnAt();
            boolean counts = !each.from().isAfter(moment)
                    && !each.knownAt().isAfter(known)
                    && (withdrawn == null || withdrawn.isAfter(known));
            if (counts
                    && (best == null
                            || each.from().isAfter(best.from())
                            || (each.from().equals(best.from())
                                    && each.knownAt().isAfter(best.knownAt())))) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Instant minute(Random random) {
        return at("2022-11-01T00:00").plusSeconds(60L * random.nextInt(8));
    }

    private static ListVersion<String> version(String value, String from, String known, @Nullable String withdrawn) {
        return new ListVersion<>(value, at(from), at(known), withdrawn == null ? null : at(withdrawn));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text + ":00+08:00").toInstant();
    }
}
