package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bihuan.city.Traveller.Source;
import org.bihuan.city.Traveller.Trip;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;

class TravellersTest {
    private static final Instant BEGIN = Instant.parse("2020-07-13T16:00:00Z");
    private static final Instant END = Instant.parse("2020-08-10T16:00:00Z");
    private static final DivisionCode DALIAN = DivisionCode.of("210200000000");
    private static final List<Traveller> TRAVELLERS = Cities.travellers(Cities.of(100_000, 7));

    @Test
    void travellersAreDifferentResidentsComingHome() {
        City city = Cities.of(20_000, TestSeed.next("travellers"));
        List<Traveller> travellers = Cities.travellers(city);
        assertThat(travellers).hasSize(600);
        assertThat(travellers)
                .extracting(traveller -> traveller.person().number())
                .doesNotHaveDuplicates();
        for (Traveller traveller : travellers) {
            assertThat(city.resident(traveller.person().number())).isEqualTo(traveller.person());
            assertThat(traveller.trips())
                    .allMatch(
                            trip -> trip.destination().equals(traveller.person().residence())
                                    && Divisions.load().exists(trip.origin()));
        }
    }

    @Test
    void nothingIsKnownFromAfterTheEndButPlansAndPendingResults() {
        long seed = TestSeed.next("known");
        for (Trip trip : trips(Cities.travellers(Cities.of(20_000, seed))).toList()) {
            assertThat(trip.reports())
                    .isNotEmpty()
                    .allMatch(report -> report.toldAt().isBefore(END));
            if (!trip.arrivedAt().isBefore(END)) {
                assertThat(trip.papers().declaredAt()).isPresent();
            }
            Stream.of(
                            trip.leftOriginAt().stream(),
                            trip.papers().registeredAt().stream(),
                            trip.papers().declaredAt().stream(),
                            trip.papers().certificate().map(LabTest::sampledAt).stream(),
                            trip.care().tests().stream().map(LabTest::sampledAt),
                            trip.care().admittedAt().stream(),
                            trip.care().positiveAt().stream())
                    .flatMap(times -> times)
                    .forEach(time -> assertThat(time).isBefore(END));
        }
    }

    @Test
    void everyRowOfTheOrderIsMet() {
        atLeast(10, trip -> trip.arrivedAt().isBefore(BEGIN));
        atLeast(10, trip -> !trip.arrivedAt().isBefore(END));
        for (String risk : List.of("high", "medium", "low")) {
            atLeast(
                    30,
                    trip -> DALIAN.contains(trip.origin()) && trip.originRisk().equals(Optional.of(risk)));
        }
        atLeast(
                100,
                trip -> !DALIAN.contains(trip.origin()) && trip.originRisk().equals(Optional.of("low")));
        atLeast(10, trip -> !DALIAN.contains(trip.origin()) && trip.originRisk().equals(Optional.of("high")));
        atLeast(20, trip -> trip.originRisk().isEmpty());
        atLeast(20, trip -> trip.originRisk().equals(Optional.of("none")));
        atLeast(100, trip -> trip.papers().registeredAt().isEmpty());
        atLeast(
                5,
                trip -> trip.papers()
                        .registeredAt()
                        .filter(at -> at.isAfter(trip.arrivedAt().plus(Duration.ofDays(14))))
                        .isPresent());
        atLeast(100, trip -> certificateAge(trip).compareTo(Duration.ofDays(7)) > 0);
        atLeast(
                300,
                trip -> trip.papers().certificate().isPresent()
                        && certificateAge(trip).toDays() < 7);
        atLeast(
                20,
                trip -> trip.papers()
                        .certificate()
                        .filter(test -> test.owner().equals("other"))
                        .isPresent());
        atLeast(
                20,
                trip -> trip.papers()
                        .certificate()
                        .filter(test -> test.result().equals("invalid"))
                        .isPresent());
        atLeast(50, trip -> trip.care().tests().size() == 2);
        atLeast(50, trip -> trip.care().admittedAt().isPresent());
        atLeast(5, trip -> trip.care().positiveAt().isPresent());
        atLeast(5, trip -> trip.abroad().isPresent());
        atLeast(10, trip -> trip.number() == 2);
        atLeast(100, trip -> trip.reports().size() == 3);
        atLeast(20, trip -> trip.reports().getLast().correctsLast());
    }

    @Test
    void sharesFollowTheScenario() {
        double trips = trips(TRAVELLERS).count();
        assertThat(count(trip -> trip.papers().certificate().isPresent()) / trips)
                .isCloseTo(0.62, within(0.03));
        assertThat(count(trip -> trip.papers().code().equals(Optional.of("green"))) / trips)
                .isCloseTo(0.84, within(0.03));
        assertThat(count(trip -> DALIAN.contains(trip.origin())) / trips).isCloseTo(0.55, within(0.1));
    }

    @Test
    void sourcesDifferByHoursAndTheCheckpointIsRight() {
        trips(TRAVELLERS)
                .flatMap(trip -> trip.reports().stream().map(report -> {
                    if (report.source() == Source.CHECKPOINT) {
                        assertThat(report.arrivedAt()).isEqualTo(trip.arrivedAt());
                    }
                    return Duration.between(trip.arrivedAt(), report.arrivedAt())
                            .abs();
                }))
                .forEach(apart -> assertThat(apart).isLessThan(Duration.ofHours(18)));
    }

    private static Duration certificateAge(Trip trip) {
        return trip.papers()
                .certificate()
                .map(test -> Duration.between(
                        test.sampledAt(), trip.papers().declaredAt().orElse(trip.arrivedAt())))
                .orElse(Duration.ZERO);
    }

    private static void atLeast(int count, Predicate<Trip> condition) {
        assertThat(count(condition)).isGreaterThanOrEqualTo(count);
    }

    private static long count(Predicate<Trip> condition) {
        return trips(TRAVELLERS).filter(condition).count();
    }

    private static Stream<Trip> trips(List<Traveller> travellers) {
        return travellers.stream().flatMap(traveller -> traveller.trips().stream());
    }
}
