package org.bihuan.places.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.places.risk.RiskExamples.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.Divisions;
import org.bihuan.places.PlaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaResolverTest {
    private static final PlaceId COMPOUND = new PlaceId(5_000_000_000_001L);

    private final AreaResolver resolver = new AreaResolver(
            Divisions.load(),
            Map.of(),
            (within, name) ->
                    name.equals("某花园") && within.equals(place("210302002000")) ? List.of(COMPOUND) : List.of());

    @ParameterizedTest
    @CsvSource({
        "辽宁省, 鞍山市, 铁东区, '', 210302000000",
        "辽宁省, 鞍山市, 铁东区, 铁东区除高中风险区以外的其他区域, 210302000000",
        "辽宁省, 鞍山市, 铁东区, 其它区域, 210302000000",
        "辽宁省, 鞍山市, 铁东区, 解放街道, 210302002000",
        "辽宁省, 鞍山市, 铁东区, 解放街道除高风险区外的区域, 210302002000",
        "辽宁省, 鞍山市, 铁东区, 解放街道解放社区, 210302002001",
        "辽宁省, 鞍山市, 铁东区, 鞍山市铁东区 解放街道 解放社区居委会, 210302002001",
        "重庆市, 重庆市, 永川区, 永川区除高中风险区以外区域, 500118000000",
        "北京市, 大兴区, 高米店街道, 大兴区高米店街道除高风险区以外区域, 110115011000",
    })
    void namesThatAreCertainAreAPlace(String province, String city, String county, String text, String code) {
        assertThat(resolver.resolve(new AreaName(province, city, county, text)))
                .isEqualTo(new Resolution.Whole(place(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "辽宁省, 鞍山市, 铁东区, 解放街道解放社区3号楼, 210302002001",
        "辽宁省, 鞍山市, 铁东区, 解放街道无名小区3号楼, 210302002000",
        "辽宁省, 鞍山市, 铁东区, 无名小区, 210302000000",
        "广东省, 东莞市, 东莞市, 无名小区, 441900000000",
    })
    void whatLiesInACertainPlaceIsAPartOfIt(String province, String city, String county, String text, String code) {
        assertThat(resolver.resolve(new AreaName(province, city, county, text)))
                .isEqualTo(new Resolution.Part(place(code)));
    }

    @Test
    void allButSomeStreetsIsAPartOnly() {
        assertThat(resolver.resolve(new AreaName("广东省", "揭阳市", "榕城区", "榕城区除中风险区和地都镇、登岗镇外的其他区域")))
                .isEqualTo(new Resolution.Part(place("445202000000")));
    }

    @Test
    void aCompoundOfTheRegisterIsKnown() {
        assertThat(resolver.resolve(new AreaName("辽宁省", "鞍山市", "铁东区", "解放街道某花园")))
                .isEqualTo(new Resolution.Whole(COMPOUND));
    }

    @Test
    void whatTheDivisionsDoNotKnowWaitsForAPersonAndIsRemembered() {
        AreaName zone = new AreaName("河北省", "张家口市", "经开区", "姚家房镇二台子村");
        assertThat(resolver.resolve(zone)).isEqualTo(new Resolution.Unknown(Optional.of(place("130700000000"))));
        assertThat(resolver.resolve(zone).needsPerson()).isTrue();
        assertThat(resolver.resolve(new AreaName("某省", "某市", "某区", "某小区")))
                .isEqualTo(new Resolution.Unknown(Optional.empty()));
        Resolution told = new Resolution.Whole(place("130703000000"));
        AreaResolver taught = new AreaResolver(Divisions.load(), Map.of(zone.countyKey(), told), (_, _) -> List.of());
        assertThat(taught.resolve(zone).around()).isPresent();
        assertThat(taught.resolve(zone).needsPerson()).isFalse();
    }

    @Test
    void aNameThatFitsTwoPlacesIsNotGuessed() {
        AreaResolver doubled = new AreaResolver(
                Divisions.load(),
                Map.of(),
                (_, name) -> name.equals("双名花园") ? List.of(COMPOUND, new PlaceId(5_000_000_000_002L)) : List.of());
        Resolution resolution = doubled.resolve(new AreaName("辽宁省", "鞍山市", "铁东区", "双名花园"));
        assertThat(resolution).isInstanceOf(Resolution.Ambiguous.class);
        assertThat(resolution.needsPerson()).isTrue();
    }
}
