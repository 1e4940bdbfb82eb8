package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.clock.TimeMachine;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The server with its own PostgreSQL, as {@code ./bihuan} runs it: started, stopped, started again. */
class WholeServerTest {
    @TempDir
    Path folder;

    @Test
    void aRestartGoesOnWhereItStoppedAndLeavesNoProcess() {
        PreparedFolder.copyTo(folder);
        Instant moved;
        try (ConfigurableApplicationContext server = start("--bihuan.clock.start=2020-07-26T08:00:00+08:00")) {
            TimeMachine machine = server.getBean(TimeMachine.class);
            assertThat(server.getBean(Clock.class)).isSameAs(machine);
            assertThat(machine.instant())
                    .isBetween(Instant.parse("2020-07-26T00:00:00Z"), Instant.parse("2020-07-26T00:10:00Z"));
            machine.moveForward(Duration.ofDays(14));
            moved = machine.instant();
        }
        assertThat(Postmaster.find(folder.resolve("postgresql"))).isEmpty();
        try (ConfigurableApplicationContext server = start("--bihuan.clock.start=2020-07-26T08:00:00+08:00")) {
            assertThat(server.getBean(Clock.class).instant()).isBetween(moved, moved.plus(Duration.ofMinutes(10)));
        }
    }

    @Test
    void aRefusalStopsWhatWasStartedAndIsTold() {
        PreparedFolder.copyTo(folder);
        assertThatThrownBy(() -> start("--server.address=0.0.0.0")).hasRootCauseInstanceOf(StartupRefused.class);
        assertThat(Postmaster.find(folder.resolve("postgresql"))).isEmpty();
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (_, _, _) -> {}))
                .anyMatch(analyzer -> analyzer.getClass().getPackageName().equals("org.bihuan.app.startup"));
    }

    private ConfigurableApplicationContext start(String argument) {
        return SpringApplication.run(
                BihuanApplication.class,
                "--bihuan.clock.time-machine=true",
                "--server.port=0",
                "--bihuan.home=" + System.getProperty("bihuan.home", ".."),
                "--bihuan.data=" + folder,
                argument);
    }
}
