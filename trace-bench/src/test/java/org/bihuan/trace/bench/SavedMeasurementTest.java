package org.bihuan.trace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedMeasurementTest {
    @TempDir
    Path folder;

    @Test
    void aFinishedPartComesBackAsItWasButNotForOtherQuestions() throws IOException {
        Measurement measurement = new Measurement("some rival", 12.5, 7_000_000_000L);
        measurement.times(Measurement.Kind.FIRST_RING).add(1_500_000);
        measurement.times(Measurement.Kind.FIRST_RING).add(900_000);
        measurement.times(Measurement.Kind.HUNDRED_CASES).add(3);
        measurement.addCompared(20, 5_000_000_000L);
        measurement.differences().add("first ring 3: row 0: [1] against nothing");
        measurement.notes().add("```sql\nselect\t1\n```");
        SavedMeasurement saved = new SavedMeasurement(folder.resolve("results/rival"), "10 people");
        assertThat(saved.load()).isEmpty();
        saved.save(measurement);
        Measurement loaded = saved.load().orElseThrow();
        assertThat(loaded.name()).isEqualTo("some rival");
        assertThat(loaded.loadSeconds()).isEqualTo(12.5);
        assertThat(loaded.bytes()).isEqualTo(7_000_000_000L);
        assertThat(loaded.times(Measurement.Kind.FIRST_RING).nanos()).containsExactly(1_500_000, 900_000);
        assertThat(loaded.times(Measurement.Kind.HUNDRED_CASES).nanos()).containsExactly(3);
        assertThat(loaded.times(Measurement.Kind.SECOND_MEMBERS).size()).isZero();
        assertThat(loaded.comparedAnswers()).isEqualTo(20);
        assertThat(loaded.comparedRows()).isEqualTo(5_000_000_000L);
        assertThat(loaded.differences()).isEqualTo(measurement.differences());
        assertThat(String.join("\n", loaded.notes())).isEqualTo("```sql\nselect\t1\n```");
        assertThat(new SavedMeasurement(folder.resolve("results/rival"), "11 people").load())
                .isEmpty();
    }
}
