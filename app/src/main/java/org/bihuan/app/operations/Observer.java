package org.bihuan.app.operations;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.app.clock.Heartbeat;
import org.bihuan.app.database.DatabaseFault;
import org.bihuan.app.database.DatabaseState;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.WorkerPulse;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.MarkQueue;
import org.bihuan.app.facts.Marks;
import org.bihuan.app.jobs.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at the machine. One thread at a time. */
@Component
class Observer {
    private final DatabaseState database;
    private final Machine machine;
    private final Clock clock;
    private final Path data;
    private final WaitingAge liveAge = new WaitingAge();
    private final WaitingAge clockAge = new WaitingAge();
    private Duration lookedAt = Duration.ofNanos(System.nanoTime());
    private long facts;

    Observer(DatabaseState database, Machine machine, Clock clock, @Value("${bihuan.data}") Path data) {
        this.database = database;
        this.machine = machine;
        this.clock = clock;
        this.data = data;
    }

    /** The parts that are looked at. */
    @Component
    record Machine(
            Marks marks,
            Duties duties,
            Facts facts,
            Jobs jobs,
            WorkerPulse workers,
            Heartbeat heartbeat,
            Retention retention) {}

    Observation look() {
        Duration at = Duration.ofNanos(System.nanoTime());
        DatabaseFault fault = database.look();
        boolean answers = fault != DatabaseFault.UNREACHABLE;
        Instant now = clock.instant();
        Duties.Lag lag = answers ? machine.duties().lag(now) : new Duties.Lag(0, 0, 0);
        long recorded = machine.facts().recordedSinceStart();
        double seconds = Math.max(0.001, at.minus(lookedAt).toMillis() / 1_000.0);
        double rate = (recorded - facts) / seconds;
        facts = recorded;
        lookedAt = at;
        return new Observation(
                fault,
                answers ? live(at) : Observation.Queue.EMPTY,
                answers ? clock(lag.dueSubjects(), now, at) : Observation.Queue.EMPTY,
                lag.parkedSubjects(),
                rate,
                machine.workers().workers(),
                answers ? machine.jobs().list() : List.of(),
                machine.heartbeat().sinceKept(),
                free(data),
                answers ? machine.retention().lacking().size() : 0);
    }

    private Observation.Queue live(Duration at) {
        MarkQueue queue = machine.marks().queue();
        liveAge.keep(queue.newest(), at);
        return new Observation.Queue(
                queue.length(), queue.length() == 0 ? Duration.ZERO : liveAge.of(queue.oldest(), at));
    }

    private Observation.Queue clock(long due, Instant now, Duration at) {
        clockAge.keep(now.toEpochMilli(), at);
        Duration lag = machine.duties()
                .oldestDue(now)
                .map(oldest -> clockAge.of(oldest.toEpochMilli(), at))
                .orElse(Duration.ZERO);
        return new Observation.Queue(due, lag);
    }

    /** Space of the nearest folder that is there: with an external database there may be no data folder. */
    private static long free(Path folder) {
        File each = folder.toAbsolutePath().toFile();
        while (!each.exists() && each.getParentFile() != null) {
            each = each.getParentFile();
        }
        return each.getUsableSpace();
    }
}
