package org.bihuan.places.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.places.risk.RiskExamples.OF_2020;
import static org.bihuan.places.risk.RiskExamples.OF_2022;
import static org.bihuan.places.risk.RiskExamples.whole;

import java.util.List;
import java.util.Map;
import org.bihuan.places.risk.Figures.Figure;
import org.bihuan.places.risk.ListDifference.Kind;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Test;

/** Differences, odd lines, figures and schemes. */
class ListsTest {

    @Test
    @Clause({"S1-003", "S1-092"})
    void theDifferenceSaysWhatWasAddedRemovedRaisedAndLowered() {
        ListDifference difference = ListDifference.between(
                OF_2022,
                List.of(
                        whole(1, "high", "210302000000"),
                        whole(2, "medium", "210303000000"),
                        whole(3, "low", "210304000000"),
                        whole(4, "low", "210311000000")),
                OF_2022,
                List.of(
                        whole(1, "low", "210302000000"),
                        whole(2, "high", "210303000000"),
                        whole(3, "low", "210304000000"),
                        whole(4, "high", "210381000000")));
        assertThat(difference.changes())
                .extracting(ListDifference.Change::kind)
                .containsExactly(Kind.RAISED, Kind.ADDED, Kind.LOWERED, Kind.REMOVED);
        assertThat(difference.unchanged()).isOne();
        assertThat(difference.count(Kind.RAISED)).isOne();
    }

    @Test
    void levelsOfTwoSchemesAreNeverCompared() {
        ListDifference difference = ListDifference.between(
                OF_2020,
                List.of(whole(1, "medium", "210302000000")),
                OF_2022,
                List.of(whole(1, "high", "210302000000"), whole(2, "low", "210303000000")));
        assertThat(difference.isOtherScheme()).isTrue();
        assertThat(difference.changes()).extracting(ListDifference.Change::kind).containsExactly(Kind.ADDED);
    }

    @Test
    void linesThatRepeatOrContradictAreNamed() {
        ListCheck check = ListCheck.of(List.of(
                whole(1, "high", "210302000000"), whole(2, "high", "210302000000"), whole(3, "low", "210302000000")));
        assertThat(check.repeated()).extracting(pair -> pair.later().line()).containsExactly(2);
        assertThat(check.contradicting())
                .extracting(pair -> pair.later().line())
                .containsExactly(3);
    }

    @Test
    @Clause("S4-05")
    void figuresAreCountedAndATypedOneThatDisagreesIsFlagged() {
        List<ListedArea> areas = List.of(
                named(1, "high", "辽宁省", "鞍山市"),
                named(2, "high", "辽宁省", "大连市"),
                named(3, "low", "北京市", "大兴区"),
                named(4, "low", "北京市", "通州区"));
        List<Figure> figures =
                Figures.of(OF_2022, areas, Map.of(Figures.PROVINCES, 30L, Figures.AREAS, 4L, "nonsense", 1L), 333);
        assertThat(figures)
                .containsExactly(
                        new Figure("level:high", 2, null),
                        new Figure("level:medium", 0, null),
                        new Figure("level:low", 2, null),
                        new Figure(Figures.AREAS, 4, 4L),
                        new Figure(Figures.PROVINCES, 2, 30L),
                        new Figure(Figures.CITIES, 4, null),
                        new Figure(Figures.PREFECTURES, 3, null),
                        new Figure(Figures.SHARE, 1, null));
        assertThat(figures).filteredOn(Figure::isWrong).extracting(Figure::name).containsExactly(Figures.PROVINCES);
    }

    @Test
    void levelsAreReadAsFilesWriteThem() {
        assertThat(List.of("高风险", "高", "高风险区", "high", "High risk"))
                .allMatch(text -> OF_2022.named(text).orElseThrow().id().equals("high"));
        assertThat(OF_2022.named("严重")).isEmpty();
        assertThat(OF_2022.named("")).isEmpty();
        assertThatThrownBy(() -> OF_2022.rank("severe")).hasMessageContaining("no level severe");
        assertThatThrownBy(() -> new RiskScheme("x", "", "", OF_2022.levels(), "severe", List.of()))
                .hasMessageContaining("one of the scheme's own: x severe");
        assertThatThrownBy(() -> new RiskScheme("x", "", "", List.of(), "low", List.of()))
                .hasMessageContaining("has levels, each once: x");
    }

    private static ListedArea named(int line, String level, String province, String city) {
        return new ListedArea(
                line,
                level,
                new AreaName(province, city, "某区", "小区" + line),
                new Resolution.Unknown(java.util.Optional.empty()));
    }
}
