package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code --levels}: the level of an origin comes from lists; without them what is stated counts, as it always has. */
final class LevelsOptionTest {
    private static final String LISTS =
            CommandLine.HOME.resolve("packs/anshan-2020/ledger/lists.yaml").toString();
    private static final String LEDGER = """
            person,arrivedAt,origin,originRisk,destination,registeredAt
            甲,2020-07-25T10:00+08:00,210211000000,,210302000000,2020-07-25T11:00+08:00
            """;

    @TempDir
    Path folder;

    @Test
    void aListTellsWhatTheLedgerLeavesOpen() {
        JsonNode without = CommandLine.judge(LEDGER).only();
        assertThat(without.at("/measures")).isEmpty();
        assertThat(without.at("/refused/0/field").asString()).isEqualTo("originRisk");
        JsonNode with = CommandLine.judge(LEDGER, "--levels", LISTS).only();
        assertThat(with.at("/measures/0/kind").asString()).isEqualTo("central-isolation");
        assertThat(with.at("/measures/0/until").asString()).isEqualTo("2020-08-08T10:00:00+08:00");
        assertThat(with.at("/refused")).isEmpty();
    }

    @Test
    void aFileThatIsNoListIsRefusedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "lists: [{series: a}]");
        CommandLine.Answer answer = CommandLine.judge(LEDGER, "--levels", file.toString());
        assertThat(answer.code()).isNotZero();
        assertThat(answer.err()).contains(file.toString(), "lists[0].scheme", "is required");
        assertThat(CommandLine.judge(LEDGER, "--levels", folder.resolve("none").toString())
                        .err())
                .contains("cannot be read");
    }
}
