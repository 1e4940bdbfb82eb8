package org.bihuan.app.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.BihuanApplication;
import org.bihuan.app.database.Installation;
import org.bihuan.app.duties.Duties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Works out anew, from the record, all that is derived, and compares it with what is stored (law 2: replaying the record
 * gives the live state). On a copy of the database and with a clock that stands, so that nothing of the installation
 * changes.
 */
final class Replay {
    private static final String COPY = "bihuan_replay";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Installation installation;
    private final Path data;
    private final List<String> settings;
    private final Progress progress;

    /** @param settings further settings of the server, such as where the master keys are */
    Replay(Installation installation, Path data, List<String> settings, Progress progress) {
        this.installation = installation;
        this.data = data;
        this.settings = List.copyOf(settings);
        this.progress = progress;
    }

    /** Named as a source; not found by servers that start in earnest. */
    static final class StandingTime {
        private static final ThreadLocal<Instant> NOW = new ThreadLocal<>();

        @Bean
        @Primary
        Clock standingClock() {
            return Clock.fixed(NOW.get(), ZoneOffset.UTC);
        }
    }

    /**
     * Does it.
     *
     * @param refusing whether to refuse when anything comes out otherwise than it is stored, or only to say so
     */
    void run(boolean refusing) {
        installation.copyDatabase(COPY);
        try (ReplayStore store = ReplayStore.open(installation, COPY)) {
            ReplayStore.Clock clock = store.clock();
            StandingTime.NOW.set(clock.now());
            try (ConfigurableApplicationContext server = server(clock)) {
                StandingTime.NOW.remove();
                Duties duties = server.getBean(Duties.class);
                settle(duties, clock.now()); // what waited when the backup was made
                store.keep();
                progress.say("从记录重新推算  working out anew from the record");
                duties.rebuild();
                settle(duties, clock.now());
                List<String> differences = store.differences();
                if (!differences.isEmpty() && !refusing) {
                    progress.say("升级后推算有变化  derived otherwise after the upgrade: " + differences);
                } else if (!differences.isEmpty()) {
                    throw new BackupFailure(
                            "derived-differ",
                            "由记录重新推算的结果与备份不同:" + differences + "(- 仅备份有,+ 仅推算有)。" + "可用 --no-replay 恢复记录本身,再请报告此问题。",
                            "What the record leads to differs from the backup: " + differences
                                    + " (- only in the backup, + only worked out). Restore the record itself with"
                                    + " --no-replay, and report this.");
                }
            }
        } finally {
            installation.dropDatabase(COPY);
        }
    }

    private ConfigurableApplicationContext server(ReplayStore.Clock clock) {
        List<String> arguments = new ArrayList<>(installation.arguments(COPY));
        arguments.addAll(List.of(
                "--bihuan.data=" + data,
                "--bihuan.home=" + System.getProperty("bihuan.home", "."),
                "--bihuan.replay=true",
                "--bihuan.clock.time-machine=" + clock.isTimeMachine(),
                "--bihuan.clock.accept-earlier=true",
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--logging.level.root=error"));
        arguments.addAll(settings);
        SpringApplication application = new SpringApplication(BihuanApplication.class, StandingTime.class);
        application.setRegisterShutdownHook(false);
        return application.run(arguments.toArray(String[]::new));
    }

    private void settle(Duties duties, Instant now) {
        Duties.Lag lag = duties.lag(now);
        progress.begin("推算", "working out", lag.marks() + lag.dueSubjects());
        long first = lag.marks() + lag.dueSubjects();
        long least = Long.MAX_VALUE;
        long movedAt = System.nanoTime();
        while (lag.marks() + lag.dueSubjects() > 0) {
            long waiting = lag.marks() + lag.dueSubjects();
            if (waiting < least) {
                least = waiting;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new BackupFailure(
                        "replay-stuck",
                        "重新推算停在 " + waiting + " 个主体不动",
                        "working out anew stands still with " + waiting + " subjects waiting");
            }
            progress.at("duties", first - waiting);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BackupFailure("interrupted", "被中断", "interrupted", e);
            }
            lag = duties.lag(now);
        }
    }
}
