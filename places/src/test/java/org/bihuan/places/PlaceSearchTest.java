package org.bihuan.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.junit.jupiter.api.Test;

class PlaceSearchTest {
    private static final Divisions DIVISIONS = Divisions.load();
    private static final PlaceSearch SEARCH = PlaceSearch.of(DIVISIONS);

    @Test
    void findsByAnyFragmentCoarserPlacesFirst() {
        assertThat(first("鞍山")).isEqualTo("辽宁省鞍山市");
        assertThat(first("铁东")).isEqualTo("辽宁省鞍山市铁东区");
        assertThat(first("放社区")).contains("放社区");
        assertThat(SEARCH.search("朝阳", 50)).isSorted().extracting(Hit::level).contains(2, 3, 4);
    }

    @Test
    void severalWordsAreAPlaceAndThoseAroundIt() {
        assertThat(first("安徽 合肥 瑶海")).isEqualTo("安徽省合肥市瑶海区");
        assertThat(first("安徽,瑶海")).isEqualTo("安徽省合肥市瑶海区");
        assertThat(first("鞍山 铁东区 解放社区")).isEqualTo("辽宁省鞍山市铁东区解放街道解放社区");
    }

    @Test
    void wordsMayBeRunTogether() {
        assertThat(first("合肥瑶海")).isEqualTo("安徽省合肥市瑶海区");
        assertThat(first("安徽合肥瑶海")).isEqualTo("安徽省合肥市瑶海区");
        assertThat(first("辽宁省鞍山市铁东区")).isEqualTo("辽宁省鞍山市铁东区");
    }

    @Test
    void digitsAreTheBeginningOfACode() {
        assertThat(first("2103")).isEqualTo("辽宁省鞍山市");
        assertThat(first("210302")).isEqualTo("辽宁省鞍山市铁东区");
        assertThat(first("210302002001")).isEqualTo("辽宁省鞍山市铁东区解放街道解放社区");
        assertThat(SEARCH.search("2103 解放", 50))
                .isNotEmpty()
                .allMatch(hit -> hit.id().toString().startsWith("2103"));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(SEARCH.search("", 10)).isEmpty();
        assertThat(SEARCH.search(" ,,", 10)).isEmpty();
        assertThat(SEARCH.search("不存在的地方名", 10)).isEmpty();
        assertThat(SEARCH.search("000", 10)).isEmpty();
        assertThat(SEARCH.search("\n", 10)).isEmpty();
        assertThat(SEARCH.search("市辖区", 10)).noneMatch(hit -> hit.name().equals("市辖区"));
    }

    @Test
    void placesOfTheRegisterAreFoundAmongTheOthersAndHiddenOnesAreNot() {
        OwnPlace compound = new OwnPlace(new PlaceId(5_000_000_000_001L), 7, "解放花园", "辽宁省 鞍山市 铁东区", false);
        OwnPlace former = new OwnPlace(PlaceId.of(DivisionCode.of("210302000000")), 3, "旧铁东区", "辽宁省 鞍山市", true);
        PlaceSearch search = SEARCH.with(List.of(compound, former), Set.of(210303000000L));
        assertThat(search.search("铁东 解放花", 5)).extracting(Hit::id).containsExactly(compound.id());
        assertThat(search.search("旧铁东", 5)).extracting(Hit::isFormer).containsExactly(true);
        assertThat(search.search("鞍山 铁西区", 5)).noneMatch(hit -> hit.level() == 3);
    }

    @Test
    void agreesWithLookingAtEveryDivision() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        Random random = new Random(seed);
        List<DivisionCode> villages = DIVISIONS.list(5);
        for (int round = 0; round < 60; round++) {
            DivisionCode code = villages.get(random.nextInt(villages.size()));
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(3); words > 0; words--) {
                text.append(fragment(random, code.atLevel(1 + random.nextInt(4))))
                        .append(' ');
            }
            text.append(
                    random.nextInt(5) == 0
                            ? code.toString().substring(0, 2 + random.nextInt(11))
                            : fragment(random, code.atLevel(1 + random.nextInt(5))));
            Query query = Query.of(text.toString());
            int limit = 1 + random.nextInt(40);
            List<Hit> slow = SlowSearch.search(DIVISIONS, query, limit);
            if (!slow.isEmpty()) { // otherwise the search goes on to try words run together
                assertThat(SEARCH.search(text.toString(), limit))
                        .as("seed %d, %s, %d", seed, text, limit)
                        .isEqualTo(slow);
            }
        }
    }

    private static String fragment(Random random, DivisionCode code) {
        String name = DIVISIONS.findName(code).orElse("市").replaceAll("[\\s,、/>·0-9]", "");
        if (name.isEmpty()) {
            return "村";
        }
        int from = random.nextInt(name.length());
        return name.substring(from, from + 1 + random.nextInt(name.length() - from));
    }

    private static String first(String text) {
        return DIVISIONS.fullName(SEARCH.search(text, 10).getFirst().id().division());
    }
}
