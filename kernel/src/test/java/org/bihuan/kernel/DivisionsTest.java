package org.bihuan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DivisionsTest {
    private final Divisions divisions = Divisions.load();

    @Test
    void holdsEveryRowOfTheSource() {
        assertThat(List.of(1, 2, 3, 4, 5))
                .extracting(level -> divisions.list(level).size())
                .containsExactly(31, 342, 2978, 41352, 620573);
    }

    @Test
    void namesOneDivisionOfEachLevel() {
        assertThat(name("210000000000")).isEqualTo("辽宁省");
        assertThat(name("210300000000")).isEqualTo("辽宁省鞍山市");
        assertThat(name("210302000000")).isEqualTo("辽宁省鞍山市铁东区");
        assertThat(name("210302002000")).isEqualTo("辽宁省鞍山市铁东区解放街道");
        assertThat(name("210302002001")).isEqualTo("辽宁省鞍山市铁东区解放街道解放社区");
        assertThat(divisions.findName(DivisionCode.of("210302000000"))).contains("铁东区");
    }

    @Test
    void firstAndLastRowsOfEachFileAreThere() {
        assertThat(divisions.list(4).getFirst()).isEqualTo(DivisionCode.of("110101001000"));
        for (int level = 1; level <= 5; level++) {
            assertThat(divisions.findName(divisions.list(level).getFirst())).isPresent();
            assertThat(divisions.findName(divisions.list(level).getLast())).isPresent();
        }
        assertThat(name("110000000000")).isEqualTo("北京市");
        assertThat(name("650000000000")).isEqualTo("新疆维吾尔自治区");
    }

    @Test
    void fullNameSkipsPlaceholdersAboveButNotTheAskedOne() {
        assertThat(name("110101000000")).isEqualTo("北京市东城区");
        assertThat(name("500229000000")).isEqualTo("重庆市城口县");
        assertThat(name("429004000000")).isEqualTo("湖北省仙桃市");
        assertThat(name("110100000000")).isEqualTo("北京市市辖区");
    }

    @Test
    void unknownCodesDoNotExistAndShowTheirDigits() {
        DivisionCode county = DivisionCode.of("210399000000");
        assertThat(divisions.exists(county)).isFalse();
        assertThat(divisions.findName(county)).isEmpty();
        assertThat(divisions.fullName(county)).isEqualTo("辽宁省鞍山市(210399000000)");
        assertThat(divisions.exists(DivisionCode.of("210302002999"))).isFalse();
        assertThat(divisions.exists(DivisionCode.of("810000000000"))).isFalse();
        assertThat(divisions.children(county)).isEmpty();
    }

    @Test
    void childrenAreTheNextLevelBelow() {
        assertThat(divisions.children(DivisionCode.of("210300000000")))
                .extracting(code -> divisions.findName(code).orElseThrow())
                .containsExactly("铁东区", "铁西区", "立山区", "千山区", "台安县", "岫岩满族自治县", "海城市");
        assertThat(divisions.children(DivisionCode.of("210302000000"))).hasSize(11);
        assertThat(divisions.children(DivisionCode.of("210302002001"))).isEmpty();
    }

    @Test
    void placeWithoutCountiesIsItsOwnCounty() {
        DivisionCode dongguan = DivisionCode.of("441900000000");
        assertThat(divisions.list(3, dongguan)).containsExactly(dongguan);
        assertThat(divisions.children(dongguan))
                .contains(DivisionCode.of("441900003000"))
                .doesNotContain(dongguan);
        assertThat(divisions.children(DivisionCode.of("350527000000"))).isEmpty();
    }

    @Test
    void listWithinAgreesWithAsking() {
        for (String text : List.of("210300000000", "110100000000", "441900000000", "460400000000", "210302002000")) {
            DivisionCode within = DivisionCode.of(text);
            for (int level = 1; level <= 5; level++) {
                List<DivisionCode> slow =
                        divisions.list(level).stream().filter(within::contains).toList();
                assertThat(divisions.list(level, within))
                        .as("%s level %s", text, level)
                        .isEqualTo(slow);
            }
        }
    }

    @Test
    void everyListedDivisionExistsAndSoDoThoseAboveIt() {
        for (DivisionCode code : divisions.list(4)) {
            assertThat(code.selfAndAncestors()).allMatch(divisions::exists);
        }
    }

    @Test
    void levelsAscendAndStaySmall() {
        long before = 0;
        for (DivisionCode code : divisions.list(5)) {
            if (code.value() <= before) {
                throw new AssertionError(code + " does not follow " + before);
            }
            before = code.value();
        }
        assertThat(DivisionReader.read("townships.csv.gz").stream()
                        .mapToLong(DivisionLevel::bytes)
                        .sum())
                .isLessThan(1_100_000);
        assertThat(DivisionReader.read("villages.csv.gz").getFirst().bytes()).isLessThan(20_000_000);
    }

    @Test
    void levelsOutsideOneToFiveAreErrors() {
        assertThatThrownBy(() -> divisions.list(6)).hasMessageContaining("1 to 5: 6");
        assertThatThrownBy(() -> divisions.list(0)).hasMessageContaining("1 to 5: 0");
        assertThatThrownBy(() -> divisions.list(1).get(31)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private String name(String code) {
        return divisions.fullName(DivisionCode.of(code));
    }
}
