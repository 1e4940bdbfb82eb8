package org.bihuan.app.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.jobs.Job;

/**
 * Something that a person must look at.
 *
 * @param kind what it is about
 * @param value how bad it is: seconds for a lag or a silence, bytes for the disk, a number for the rest
 */
record Alarm(AlarmKind kind, long value) {

    /** All alarms that an observation gives rise to. */
    static List<Alarm> of(Observation seen, Limits limits) {
        List<Alarm> alarms = new ArrayList<>();
        switch (seen.database()) {
            case NONE -> {}
            case UNREACHABLE -> alarms.add(new Alarm(AlarmKind.DATABASE_UNREACHABLE, 1));
            case NOT_DURABLE -> alarms.add(new Alarm(AlarmKind.DATABASE_NOT_DURABLE, 1));
            case OTHER_SCHEMA -> alarms.add(new Alarm(AlarmKind.DATABASE_SCHEMA, 1));
        }
        lag(AlarmKind.LIVE_LAG, seen.live().lag(), limits.lag(), alarms);
        lag(AlarmKind.CLOCK_LAG, seen.clock().lag(), limits.lag(), alarms);
        if (seen.parked() > 0) {
            alarms.add(new Alarm(AlarmKind.PARKED, seen.parked()));
        }
        seen.workers().stream()
                .map(each -> each.silent())
                .max(Duration::compareTo)
                .ifPresent(silent -> lag(AlarmKind.WORKER_SILENT, silent, limits.silence(), alarms));
        long failed = seen.jobs().stream()
                .filter(job -> job.state() == Job.State.FAILED)
                .count();
        if (failed > 0) {
            alarms.add(new Alarm(AlarmKind.JOB_FAILED, failed));
        }
        lag(AlarmKind.CLOCK_SILENT, seen.clockSilent(), limits.silence(), alarms);
        if (seen.diskFree() < limits.disk().toBytes()) {
            alarms.add(new Alarm(AlarmKind.DISK_FULL, seen.diskFree()));
        }
        if (seen.withoutRetention() > 0) {
            alarms.add(new Alarm(AlarmKind.RETENTION_UNSET, seen.withoutRetention()));
        }
        return alarms;
    }

    private static void lag(AlarmKind kind, Duration lag, Duration limit, List<Alarm> alarms) {
        if (lag.compareTo(limit) > 0) {
            alarms.add(new Alarm(kind, lag.toSeconds()));
        }
    }
}
