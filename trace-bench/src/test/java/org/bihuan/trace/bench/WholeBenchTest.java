package org.bihuan.trace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small city through all three engines: the answers of PostgreSQL and DuckDB are a twin of ours, in another language. */
@Tag("database")
class WholeBenchTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... more) throws IOException, SQLException {
        String[] words = new String[more.length + 12];
        String[] usual = {
            "--people",
            "1k",
            "--days",
            "4",
            "--queries",
            "20",
            "--second",
            "4",
            "--batches",
            "2",
            "--out",
            folder.toString()
        };
        System.arraycopy(usual, 0, words, 0, usual.length);
        System.arraycopy(more, 0, words, usual.length, more.length);
        return new Main(BenchOptions.parse(words), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    @Test
    void everyAnswerIsTheRivalsAnswerAndAnInterruptedRunGoesOn() throws IOException, SQLException {
        assertThat(run("--keep")).isZero();
        String report = Files.readString(folder.resolve("people-1000.md"));
        assertThat(report)
                .contains("| | bihuan | PostgreSQL 18 | DuckDB |")
                .contains("60 answers of ")
                .contains(", 0 differences");
        Path data = folder.resolve("people-1000-days-4");
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("duckdb")).doesNotExist();
        Files.delete(data.resolve("results/duckdb"));
        assertThat(run("--resume")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ours: taken over from an earlier run")
                .contains("postgresql: taken over from an earlier run")
                .doesNotContain("duckdb: taken over");
        assertThat(data).doesNotExist();
    }
}
