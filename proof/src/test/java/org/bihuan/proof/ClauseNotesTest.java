package org.bihuan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A clause is noted when its test passes, and never otherwise. */
final class ClauseNotesTest {
    private static final String INNER = "bihuan.inner-tests";

    @TempDir
    private Path folder;

    @BeforeEach
    void redirect() {
        System.setProperty(ClauseNotes.FOLDER, folder.toString());
        System.setProperty(INNER, "yes");
    }

    @AfterEach
    void restore() {
        System.clearProperty(ClauseNotes.FOLDER);
        System.clearProperty(INNER);
    }

    @Test
    void onlyPassedTestsAreNoted() throws IOException {
        assertThat(run()).containsExactly("S9-01 SampleTests.passes", "S9-02 SampleTests.passes");
    }

    @Test
    void whatAnEarlierRunNotedIsForgotten() throws IOException {
        Files.writeString(note(), "S9-05 SampleTests.disabled\nS9-99 SampleTests.gone\n");
        assertThat(run()).containsExactly("S9-01 SampleTests.passes", "S9-02 SampleTests.passes");
    }

    private List<String> run() throws IOException {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(SampleTests.class))
                        .build());
        return Files.readAllLines(note());
    }

    private Path note() {
        return folder.resolve(SampleTests.class.getName() + ".txt");
    }

    /** Run by the tests above only. */
    @EnabledIfSystemProperty(named = INNER, matches = "yes")
    static final class SampleTests {
        @Test
        @Clause({"S9-01", "S9-02"})
        void passes() {
            assertThat("a").hasSize(1);
        }

        @Test
        @Clause("S9-03")
        void fails() {
            assertThat("a").hasSize(2);
        }

        @Test
        @Clause("S9-04")
        void isAborted() {
            Assumptions.abort("nothing to test with");
        }

        @Test
        @Disabled("not now")
        @Clause("S9-05")
        void disabled() {
            assertThat("a").hasSize(1);
        }

        @RepeatedTest(3)
        @Clause("S9-06")
        void failsOnceInThree(RepetitionInfo repetition) {
            assertThat(repetition.getCurrentRepetition()).isNotEqualTo(2);
        }

        @Test
        void provesNoClause() {
            assertThat("a").hasSize(1);
        }
    }
}
