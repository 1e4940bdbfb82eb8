package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.Pack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two versions is shown, in words, and nothing else. */
class VersionComparisonTest {
    @TempDir
    Path folder;

    private static Pack read(Path pack) {
        return PackReader.read(PackFiles.ofFolder(pack), SharedFiles.of(SharedFiles.filesOf(TestPacks.home())))
                .pack();
    }

    private Pack anshan() {
        return read(TestPacks.home().resolve("anshan-2020"));
    }

    @Test
    void theSameVersionDiffersInNothing() {
        assertThat(VersionComparison.of(anshan(), anshan())).isEmpty();
    }

    @Test
    void aValueThatChangesIsOnePartOfItsParameter() {
        Path draft =
                TestPacks.with(TestPacks.copy("anshan-2020", folder.resolve("draft")), "central-isolation-days", 21);
        assertThat(VersionComparison.of(anshan(), read(draft))).singleElement().satisfies(row -> {
            assertThat(row.section()).isEqualTo(VersionComparison.Section.PARAMETER);
            assertThat(row.became()).isEqualTo(VersionComparison.Became.CHANGED);
            assertThat(row.parts())
                    .containsExactly(new VersionComparison.Part(
                            "orders.part.value",
                            new Said("14", "orders.unit.days", null),
                            new Said("21", "orders.unit.days", null)));
        });
    }

    @Test
    void whatOnlyOneVersionHasIsNewOrGone() {
        Pack other = read(TestPacks.home().resolve("norovirus-school"));
        List<VersionComparison.Row> rows = VersionComparison.of(anshan(), other);
        List<VersionComparison.Row> back = VersionComparison.of(other, anshan());
        assertThat(rows).extracting(VersionComparison.Row::section).contains(VersionComparison.Section.values());
        assertThat(back).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            VersionComparison.Row row = rows.get(i);
            assertThat(row.parts()).as(row.name()).isNotEmpty();
            assertThat(back.get(i).became())
                    .as(row.name())
                    .isEqualTo(
                            switch (row.became()) {
                                case ADDED -> VersionComparison.Became.REMOVED;
                                case REMOVED -> VersionComparison.Became.ADDED;
                                case CHANGED -> VersionComparison.Became.CHANGED;
                            });
        }
    }
}
