package org.bihuan.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bihuan.app.database.DatabaseFault;
import org.bihuan.app.duties.WorkerPulse;
import org.bihuan.app.jobs.Job;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Each alarm is raised just beyond its limit, and not at it. */
class AlarmTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(2), DataSize.ofGigabytes(1));

    private static Observation seen(DatabaseFault fault, long lag, long silent, Job.State job, long parked, long disk) {
        return new Observation(
                fault,
                new Observation.Queue(1, Duration.ofSeconds(lag)),
                new Observation.Queue(1, Duration.ofSeconds(lag)),
                parked,
                0,
                List.of(
                        new WorkerPulse.Worker("worker-1", Duration.ZERO),
                        new WorkerPulse.Worker("worker-2", Duration.ofSeconds(silent))),
                List.of(new Job("job", job, "", 1, 2L, "")),
                Duration.ofSeconds(silent),
                disk,
                0);
    }

    @Test
    void atTheLimitAllIsWell() {
        assertThat(Alarm.of(seen(DatabaseFault.NONE, 120, 120, Job.State.RUNNING, 0, 1L << 30), LIMITS))
                .isEmpty();
    }

    @Test
    void beyondTheLimitEverythingAlarms() {
        assertThat(Alarm.of(seen(DatabaseFault.NOT_DURABLE, 121, 121, Job.State.FAILED, 3, (1L << 30) - 1), LIMITS))
                .containsExactly(
                        new Alarm(AlarmKind.DATABASE_NOT_DURABLE, 1),
                        new Alarm(AlarmKind.LIVE_LAG, 121),
                        new Alarm(AlarmKind.CLOCK_LAG, 121),
                        new Alarm(AlarmKind.PARKED, 3),
                        new Alarm(AlarmKind.WORKER_SILENT, 121),
                        new Alarm(AlarmKind.JOB_FAILED, 1),
                        new Alarm(AlarmKind.CLOCK_SILENT, 121),
                        new Alarm(AlarmKind.DISK_FULL, (1L << 30) - 1));
    }

    @Test
    void eachFaultOfTheDatabaseHasItsAlarm() {
        for (DatabaseFault fault : DatabaseFault.values()) {
            assertThat(Alarm.of(seen(fault, 0, 0, Job.State.DONE, 0, 1L << 40), LIMITS))
                    .hasSize(fault == DatabaseFault.NONE ? 0 : 1);
        }
    }
}
