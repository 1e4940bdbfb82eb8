package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.Pack;
import org.junit.jupiter.api.Test;

/** What differs between two versions is shown, in words, and nothing else. */
class VersionComparisonTest {
    private static final Path PACKS = Path.of(System.getProperty("bihuan.home", ".."), "packs");

    private static Pack read(PackFiles files) {
        return PackReader.read(files, SharedFiles.of(SharedFiles.filesOf(PACKS)))
                .pack();
    }

    private static Pack anshan() {
        return read(PackFiles.ofFolder(PACKS.resolve("anshan-2020")));
    }

    private static Pack with21Days() {
        PackFiles files = PackFiles.ofFolder(PACKS.resolve("anshan-2020"));
        SortedMap<String, byte[]> all = new TreeMap<>(files.files());
        String parameters = new String(all.get("parameters.yaml"), StandardCharsets.UTF_8);
        String changed = parameters.replaceFirst("(?s)(\n  central-isolation-days:\n.*?\n    value: )14", "$1" + 21);
        assertThat(changed).isNotEqualTo(parameters);
        all.put("parameters.yaml", changed.getBytes(StandardCharsets.UTF_8));
        return read(new PackFiles(files.name(), all));
    }

    @Test
    void theSameVersionDiffersInNothing() {
        assertThat(VersionComparison.of(anshan(), anshan())).isEmpty();
    }

    @Test
    void aValueThatChangesIsOnePartOfItsParameter() {
        assertThat(VersionComparison.of(anshan(), with21Days())).singleElement().satisfies(row -> {
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
        Pack other = read(PackFiles.ofFolder(PACKS.resolve("norovirus-school")));
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
