package org.bihuan.app.operations;

import java.util.Locale;

/** What alarms are about; the names are those of metrics and texts. */
enum AlarmKind {
    DATABASE_UNREACHABLE,
    DATABASE_NOT_DURABLE,
    DATABASE_SCHEMA,
    LIVE_LAG,
    CLOCK_LAG,
    PARKED,
    WORKER_SILENT,
    JOB_FAILED,
    CLOCK_SILENT,
    DISK_FULL,
    RETENTION_UNSET;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
