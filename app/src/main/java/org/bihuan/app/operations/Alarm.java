package org.bihuan.app.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.jobs.Job;

/**
 * Something that a person must look at.
 *
 * @param kind what it is about
 * @param value how bad it is: seconds for a lag or a silence, bytes for the disk, a number for the rest
 */
record Alarm(Kind kind, long value) {
    /** What alarms are about; the names are those of metrics and texts. */
    enum Kind {
        DATABASE_UNREACHABLE,
        DATABASE_NOT_DURABLE,
        DATABASE_SCHEMA,
        LIVE_LAG,
        CLOCK_LAG,
        PARKED,
        WORKER_SILENT,
        JOB_FAILED,
        CLOCK_SILENT,
        DISK_FULL;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All alarms that an observation gives rise to. */
    static List<Alarm> of(Observation seen, Limits limits) {
        List<Alarm> alarms = new ArrayList<>();
        switch (seen.database()) {
            case NONE -> {}
            case UNREACHABLE -> alarms.add(new Alarm(Kind.DATABASE_UNREACHABLE, 1));
            case NOT_DURABLE -> alarms.add(new Alarm(Kind.DATABASE_NOT_DURABLE, 1));
            case OTHER_SCHEMA -> alarms.add(new Alarm(Kind.DATABASE_SCHEMA, 1));
        }
        lag(Kind.LIVE_LAG, seen.live().lag(), limits.lag(), alarms);
        lag(Kind.CLOCK_LAG, seen.clock().lag(), limits.lag(), alarms);
        if (seen.parked() > 0) {
            alarms.add(new Alarm(Kind.PARKED, seen.parked()));
        }
        seen.workers().stream()
                .map(each -> each.silent())
                .max(Duration::compareTo)
                .ifPresent(silent -> lag(Kind.WORKER_SILENT, silent, limits.silence(), alarms));
        long failed = seen.jobs().stream()
                .filter(job -> job.state() == Job.State.FAILED)
                .count();
        if (failed > 0) {
            alarms.add(new Alarm(Kind.JOB_FAILED, failed));
        }
        lag(Kind.CLOCK_SILENT, seen.clockSilent(), limits.silence(), alarms);
        if (seen.diskFree() < limits.disk().toBytes()) {
            alarms.add(new Alarm(Kind.DISK_FULL, seen.diskFree()));
        }
        return alarms;
    }

    private static void lag(Kind kind, Duration lag, Duration limit, List<Alarm> alarms) {
        if (lag.compareTo(limit) > 0) {
            alarms.add(new Alarm(kind, lag.toSeconds()));
        }
    }
}
