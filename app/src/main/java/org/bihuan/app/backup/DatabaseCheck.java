package org.bihuan.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.database.Installation;

/** Reads the whole database of an installation: every page of every table, whose checksums tell of damage, and every index. */
final class DatabaseCheck {
    private final Path data;
    private final Progress progress;

    DatabaseCheck(Path data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Refuses when anything is damaged; returns how many rows were read. */
    long run(Path programs) {
        List<String> faults = new ArrayList<>();
        long rows = 0;
        try (Installation installation = Installation.reach(data, programs)) {
            rows = tables(installation, faults);
            progress.begin("检查索引", "checking indexes", 1);
            try (IndexStore indexes = IndexStore.open(installation)) {
                faults.addAll(indexes.faults(progress));
            }
        }
        if (!faults.isEmpty()) {
            throw new BackupFailure(
                    "damaged",
                    "数据库已损坏:" + faults + "。请停止服务,保留数据目录,从最近的完好备份恢复到新目录。",
                    "The database is damaged: " + faults + ". Stop the server, keep the data folder, and restore the"
                            + " latest whole backup into a new folder.");
        }
        return rows;
    }

    /** After a table that cannot be read the snapshot is of no use: the next one gets its own. */
    private long tables(Installation installation, List<String> faults) {
        List<Table> tables;
        try (SnapshotStore snapshot = SnapshotStore.open(installation, Installation.database())) {
            tables = snapshot.tables();
        }
        progress.begin("读取", "reading", tables.stream().mapToLong(Table::size).sum());
        long rows = 0;
        for (Table table : tables) {
            CountedOutput counted =
                    new CountedOutput(OutputStream.nullOutputStream(), bytes -> progress.at(table.name(), bytes));
            try (SnapshotStore snapshot = SnapshotStore.open(installation, Installation.database())) {
                snapshot.copy(table, counted);
                rows += counted.asTable("", table).rows();
            } catch (BackupFailure | IOException e) {
                faults.add(table.name());
            }
            progress.done(table.size());
        }
        return rows;
    }
}
