package org.bihuan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.app.RunningServer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.places.Hit;
import org.bihuan.places.PlaceId;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Places over time: what was there when, and what came out of what. */
@Tag("database")
class RegisterTest {
    private static final Instant SPRING = Instant.parse("2022-04-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2022-07-01T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2022-10-01T00:00:00Z");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @TempDir
    private Path folder;

    private final Places places = SERVER.bean(Places.class);
    private final PlaceRegister register = SERVER.bean(PlaceRegister.class);

    @Test
    void aNewCompoundIsFoundAtOnceAndAddingItTwiceIsHarmless() {
        PlaceId community = place("210302002001");
        PlaceId compound = register.add(community, PlaceKind.COMPOUND, "晨光花园", SPRING, AUTUMN, "wang");
        assertThat(register.add(community, PlaceKind.COMPOUND, "晨光花园", SPRING, AUTUMN, "wang"))
                .isEqualTo(compound);
        assertThat(places.search("铁东 晨光花", 5)).extracting(Hit::id).containsExactly(compound);
        assertThat(places.fullName(compound, AUTUMN)).isEqualTo("辽宁省鞍山市铁东区解放街道解放社区晨光花园");
        assertThat(places.chain(compound, AUTUMN))
                .startsWith(compound, community)
                .endsWith(place("210000000000"));
        assertThat(places.namesAt(AUTUMN).apply(place("210302002000"), "晨光花园")).containsExactly(compound);
        assertThat(places.namesAt(AUTUMN).apply(place("210303000000"), "晨光花园")).isEmpty();
        assertThat(places.find(compound, SPRING.minusSeconds(1))).isEmpty();
    }

    @Test
    @Clause("S1-111")
    void theTwoLowestLevelsListTheirGrids() {
        PlaceId town = place("210302004000");
        List<PlaceId> villages =
                places.children(town, AUTUMN).stream().map(Place::id).toList();
        assertThat(villages).hasSizeGreaterThan(1).allMatch(PlaceId::isDivision);
        register.add(villages.getFirst(), PlaceKind.GRID, "第一网格", SPRING, AUTUMN, "wang");
        register.add(villages.getFirst(), PlaceKind.GRID, "第二网格", SPRING, AUTUMN, "wang");
        PlaceId old = register.add(villages.getLast(), PlaceKind.GRID, "第一网格", SPRING, AUTUMN, "wang");
        register.close(old, SUMMER, AUTUMN, "wang");
        assertThat(grids(villages, SPRING))
                .as("each village has its own list, however they are called")
                .containsExactlyInAnyOrder("第一网格", "第二网格", "第一网格");
        assertThat(grids(villages, AUTUMN)).as("as it stands now").containsExactlyInAnyOrder("第一网格", "第二网格");
    }

    private List<String> grids(List<PlaceId> villages, Instant at) {
        return villages.stream()
                .flatMap(village -> places.children(village, at).stream())
                .filter(each -> each.kind() == PlaceKind.GRID)
                .map(Place::name)
                .toList();
    }

    @Test
    void aSearchWhileAPlaceIsBeingAddedDoesNotHideItAfterwards() {
        new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            register.add(place("210302002006"), PlaceKind.COMPOUND, "闭环试验苑", SPRING, AUTUMN, "wang");
            assertThat(CompletableFuture.supplyAsync(() -> places.search("闭环试验苑", 5))
                            .join())
                    .isEmpty();
        });
        assertThat(places.search("闭环试验苑", 5)).extracting(Hit::name).containsExactly("闭环试验苑");
    }

    @Test
    void manyWhoSearchFirstAtTheSameTimeAllGetAnAnswer() {
        Places fresh = new Places(SERVER.bean(PlaceStore.class));
        List<CompletableFuture<List<Hit>>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> fresh.search("铁东区", 5)))
                .limit(8)
                .toList();
        assertThat(asked).allSatisfy(each -> assertThat(each.join()).isNotEmpty());
    }

    @Test
    void aPlaceAskedForAtAPastMomentAnswersAsThen() {
        PlaceId town = place("210303002000");
        String old = places.find(town, SPRING).orElseThrow().name();
        register.rename(town, "向阳新街道", SUMMER, AUTUMN, "wang");
        assertThat(places.find(town, SUMMER.minusSeconds(1)).orElseThrow().name())
                .isEqualTo(old);
        assertThat(places.find(town, SUMMER).orElseThrow().name()).isEqualTo("向阳新街道");
        assertThat(places.search("向阳新街", 5)).extracting(Hit::id).containsExactly(town);
        assertThat(places.search("铁西区 " + old, 20))
                .filteredOn(hit -> hit.id().equals(town))
                .extracting(Hit::isFormer)
                .containsExactly(true);
        assertThatThrownBy(() -> register.rename(town, "又一名", SPRING, AUTUMN, "wang"))
                .hasMessageContaining("has changed after that already");
        assertThatThrownBy(() -> register.rename(town, "又一名", SUMMER, AUTUMN, "wang"))
                .hasMessageContaining("must come after the moment since which");
    }

    @Test
    void splitAndMergedPlacesHaveSuccessors() {
        PlaceId community = place("210304001001");
        List<PlaceId> parts = register.split(community, List.of("东社区", "西社区"), SPRING, AUTUMN, "wang");
        PlaceId whole = register.merge(parts, "新社区", SUMMER, AUTUMN, "wang");
        assertThat(places.find(community, SPRING)).isEmpty();
        assertThat(places.find(community, SPRING.minusSeconds(1))).isPresent();
        assertThat(places.successors(community, SPRING.minusSeconds(1))).containsExactly(community);
        assertThat(places.successors(community, SPRING)).containsExactlyInAnyOrderElementsOf(parts);
        assertThat(places.successors(community, AUTUMN)).containsExactly(whole);
        assertThat(places.children(place("210304001000"), SPRING))
                .extracting(Place::id)
                .containsAll(parts)
                .doesNotContain(community);
        assertThatThrownBy(() -> register.split(whole, List.of("一", "一"), AUTUMN, AUTUMN, "wang"))
                .hasMessageContaining("at least two different names");
        assertThatThrownBy(() -> register.merge(List.of(whole), "x", AUTUMN, AUTUMN, "wang"))
                .hasMessageContaining("at least two places of one kind");
    }

    @Test
    void whatCannotBeIsRefusedWithAReason() {
        PlaceId community = place("210302002004");
        assertThatThrownBy(() -> register.add(community, PlaceKind.COUNTY, "x", SPRING, AUTUMN, "wang"))
                .hasMessageContaining("a county cannot lie in a village");
        assertThatThrownBy(() -> register.add(community, PlaceKind.GRID, " ", SPRING, AUTUMN, "wang"))
                .hasMessageContaining("has 1 to 60 characters");
        assertThatThrownBy(() -> register.close(new PlaceId(9_999_999_999_999L), AUTUMN, AUTUMN, "wang"))
                .hasMessageContaining("there is no place 9999999999999");
    }

    @Test
    void addressesComeFromAFileAllOfThemOrNone() throws IOException {
        List<AddressRow> rows = rows("区划代码,小区,楼栋,单元,户\n210302002003,和平里,3号楼,2单元,301\n210302002003,和平里,3号楼,2单元,302\n");
        assertThat(register.addAll(rows, SPRING, AUTUMN, "wang")).isEqualTo(2);
        assertThat(register.addAll(rows, SPRING, AUTUMN, "wang")).isEqualTo(2);
        PlaceId building = places.search("和平里 3号楼", 5).getFirst().id();
        Place stair = places.children(building, AUTUMN).getFirst();
        assertThat(stair.name()).isEqualTo("2单元");
        assertThat(places.children(stair.id(), AUTUMN)).extracting(Place::name).containsExactly("301", "302");
        assertThatThrownBy(() -> rows("小区\n和平里\n")).hasMessageContaining("must be a header with the column");
        assertThatThrownBy(() -> rows("division,compound\n210302002003,x\n21,y\n"))
                .hasMessageContaining("row 3: the division \"21\" has 12 digits");
    }

    private List<AddressRow> rows(String text) throws IOException {
        Path file = folder.resolve("addresses.csv");
        Files.writeString(file, text);
        try (LedgerFile opened = LedgerFile.open(file, FileLimits.USUAL)) {
            return AddressFile.read(opened);
        }
    }

    private static PlaceId place(String code) {
        return PlaceId.of(DivisionCode.of(code));
    }
}
