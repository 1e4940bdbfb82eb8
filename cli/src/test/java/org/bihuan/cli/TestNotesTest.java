package org.bihuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A note of a passed test counts only while that very test is there. */
final class TestNotesTest {
    private static final String NAME = "org.bihuan.app.SomeTest";

    @TempDir
    Path home;

    private Path note;
    private Path compiled;

    @BeforeEach
    void aTestThatPassed() throws IOException {
        note = home.resolve("app/target/clauses/" + NAME + ".txt");
        compiled = home.resolve("app/target/test-classes/" + NAME.replace('.', '/') + ".class");
        write(compiled, "class", 1_000);
        write(note, "S0-01 SomeTest.works\nS0-03 SomeTest.works\n", 2_000);
    }

    private static void write(Path file, String text, long millis) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    @Test
    void countsForEachClauseItNames() throws IOException {
        assertThat(TestNotes.read(home))
                .isEqualTo(Map.of("S0-01", Set.of("SomeTest.works"), "S0-03", Set.of("SomeTest.works")));
    }

    @Test
    void aTestThatIsGoneProvesNothing() throws IOException {
        Files.delete(compiled);
        assertThat(TestNotes.read(home)).isEmpty();
    }

    @Test
    void aTestCompiledAfterItPassedProvesNothingUntilItPassesAgain() throws IOException {
        assertThat(TestNotes.countStale(home)).isZero();
        write(compiled, "other class", 3_000);
        assertThat(TestNotes.read(home)).isEmpty();
        assertThat(TestNotes.countStale(home)).as("and is told of").isOne();
        write(note, "S0-01 SomeTest.works\n", 4_000);
        assertThat(TestNotes.read(home)).containsOnlyKeys("S0-01");
    }

    @Test
    void aTestThatFailsLeavesAnEmptyNote() throws IOException {
        write(note, "", 4_000);
        assertThat(TestNotes.read(home)).isEmpty();
    }

    @Test
    void notesElsewhereAndOtherFilesAreNoNotes() throws IOException {
        write(home.resolve("app/target/clauses/readme"), "S1-01 nobody\n", 9_000);
        write(home.resolve("var/copy/app/target/clauses/" + NAME + ".txt"), "S1-01 nobody\n", 9_000);
        write(home.resolve("docs/clauses/" + NAME + ".txt"), "S1-01 nobody\n", 9_000);
        write(home.resolve("app/target/clauses/" + NAME + "2.txt"), "S1-01 nobody\n", 9_000);
        assertThat(TestNotes.read(home)).containsOnlyKeys("S0-01", "S0-03");
    }
}
