package org.bihuan.places.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.places.risk.RiskExamples.OF_2020;
import static org.bihuan.places.risk.RiskExamples.OF_2022;
import static org.bihuan.places.risk.RiskExamples.chain;
import static org.bihuan.places.risk.RiskExamples.part;
import static org.bihuan.places.risk.RiskExamples.place;
import static org.bihuan.places.risk.RiskExamples.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.PlaceId;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Test;

class RiskListTest {

    @Test
    @Clause({"S1-092", "S4-05"})
    void lowIsEverythingElseIn2020AndAListedClassIn2022() {
        List<ListedArea> areas = List.of(whole(1, "high", "210302000000"));
        assertThat(RiskList.of(OF_2020, areas, RiskExamples::chain)
                        .levelOf(chain("210303000000"))
                        .level())
                .isEqualTo("low");
        assertThat(RiskList.of(OF_2022, areas, RiskExamples::chain)
                        .levelOf(chain("210303000000"))
                        .level())
                .isEqualTo("regular");
    }

    @Test
    void aPlaceHasTheLevelOfTheNearestListedPlaceAroundIt() {
        RiskList list = RiskList.of(
                OF_2022,
                List.of(whole(1, "low", "210302000000"), whole(2, "high", "210302002001")),
                RiskExamples::chain);
        LevelAnswer village = list.levelOf(chain("210302002001"));
        assertThat(village.level()).isEqualTo("high");
        assertThat(village.listedAs()).contains(place("210302002001"));
        LevelAnswer neighbour = list.levelOf(chain("210302002002"));
        assertThat(neighbour.level()).isEqualTo("low");
        assertThat(neighbour.listedAs()).contains(place("210302000000"));
        LevelAnswer city = list.levelOf(chain("210300000000"));
        assertThat(city.level()).isEqualTo("regular");
        assertThat(city.within()).contains("high");
    }

    @Test
    void whatIsOnlyKnownToLieInATownCastsDoubtOnEverythingInIt() {
        RiskList list = RiskList.of(
                OF_2022,
                List.of(whole(1, "low", "210302000000"), part(2, "high", "210302002000")),
                RiskExamples::chain);
        LevelAnswer village = list.levelOf(chain("210302002001"));
        assertThat(village.level()).isEqualTo("low");
        assertThat(village.perhaps()).contains("high");
        assertThat(village.isCertain()).isFalse();
        LevelAnswer town = list.levelOf(chain("210302002000"));
        assertThat(town.perhaps()).isEmpty();
        assertThat(town.within()).contains("high");
        assertThat(list.levelOf(chain("210302003001")).isCertain()).isTrue();
    }

    @Test
    void ofTwoLinesAboutOnePlaceTheStricterCounts() {
        RiskList list = RiskList.of(
                OF_2022,
                List.of(whole(1, "medium", "210302000000"), whole(2, "high", "210302000000")),
                RiskExamples::chain);
        assertThat(list.levelOf(chain("210302000000")).level()).isEqualTo("high");
    }

    @Test
    void agreesWithReadingEveryLine() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        Random random = new Random(seed);
        List<DivisionCode> villages = Divisions.load().list(5, DivisionCode.of("210300000000"));
        for (int round = 0; round < 200; round++) {
            List<ListedArea> areas = new ArrayList<>();
            for (int line = 1; line <= random.nextInt(12); line++) {
                String level = List.of("high", "medium", "low").get(random.nextInt(3));
                String code = any(random, villages).toString();
                areas.add(random.nextBoolean() ? whole(line, level, code) : part(line, level, code));
            }
            RiskList list = RiskList.of(OF_2022, areas, RiskExamples::chain);
            for (int i = 0; i < 20; i++) {
                PlaceId place = PlaceId.of(any(random, villages));
                assertThat(list.levelOf(chain(place)))
                        .as("seed %d, %s of %s", seed, place, areas)
                        .isEqualTo(slow(areas, place));
            }
        }
    }

    private static DivisionCode any(Random random, List<DivisionCode> villages) {
        return villages.get(random.nextInt(villages.size())).atLevel(2 + random.nextInt(4));
    }

    /** Reads every line for one question. */
    private static LevelAnswer slow(List<ListedArea> areas, PlaceId place) {
        String level = "regular";
        Optional<PlaceId> listedAs = Optional.empty();
        Optional<String> within = Optional.empty();
        Optional<String> perhaps = Optional.empty();
        for (PlaceId each : chain(place)) {
            for (ListedArea area : areas) {
                boolean isIt = area.where().equals(new Resolution.Whole(each));
                if (isIt && (listedAs.isEmpty() || (listedAs.get().equals(each) && isStricter(area.level(), level)))) {
                    listedAs = Optional.of(each);
                    level = area.level();
                }
            }
        }
        for (ListedArea area : areas) {
            DivisionCode where = area.where().around().orElseThrow().division();
            if (place.division().contains(where) && within.stream().allMatch(it -> isStricter(area.level(), it))) {
                within = Optional.of(area.level());
            }
            boolean isAround = where.contains(place.division()) && !where.equals(place.division());
            if (area.where() instanceof Resolution.Part
                    && isAround
                    && isStricter(area.level(), level)
                    && perhaps.stream().allMatch(it -> isStricter(area.level(), it))) {
                perhaps = Optional.of(area.level());
            }
        }
        return new LevelAnswer(level, listedAs, within, perhaps);
    }

    private static boolean isStricter(String one, String other) {
        return OF_2022.rank(one) < OF_2022.rank(other);
    }
}
