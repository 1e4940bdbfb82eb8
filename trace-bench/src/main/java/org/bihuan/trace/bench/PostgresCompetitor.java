package org.bihuan.trace.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.trace.internal.segment.DaySegment;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL 18, embedded, in its best shape for these questions: narrow rows of ints, covering indexes in both orders for
 * index-only scans, frozen and analysed, everything in shared buffers or the page cache, no JIT, generous work memory.
 */
final class PostgresCompetitor extends SqlCompetitor {
    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean isPrepared;
    private final Set<Measurement.Kind> inSteps = EnumSet.noneOf(Measurement.Kind.class);

    PostgresCompetitor(Path directory, long sharedMegabytes) throws IOException, SQLException {
        super(SqlText.ONE_INDEX);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(true)
                .setServerConfig("shared_buffers", sharedMegabytes + "MB")
                .setServerConfig("effective_cache_size", "12GB")
                .setServerConfig("work_mem", "1GB")
                .setServerConfig("maintenance_work_mem", "1500MB")
                .setServerConfig("max_wal_size", "16GB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("jit", "off")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("max_parallel_workers_per_gather", "2")
                .start();
        connection = server.getPostgresDatabase().getConnection();
        // two workers for two processors, and whenever they might help
        run("set min_parallel_table_scan_size = 0");
        run("set parallel_setup_cost = 100");
        run("set parallel_tuple_cost = 0.01");
        run("create unlogged table stage (case_person int, place int, f int, t int) with (parallel_workers = 2)");
        run("create unlogged table stage_ring (person int, first int) with (parallel_workers = 2)");
    }

    /** Whether first rings are planned once and for all, or anew for each person. */
    void usePrepared(boolean wanted) {
        isPrepared = wanted;
    }

    @Override
    public Answer firstRing(int person, Question question) throws SQLException {
        if (!isPrepared) {
            return super.firstRing(person, question);
        }
        String sql = SqlText.firstRingPrepared(shape(), question);
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            prepared.put(sql, statement);
        }
        statement.setInt(1, person);
        try (ResultSet rows = statement.executeQuery()) {
            return answer(rows);
        }
    }

    /** Asks questions of this kind in several statements, whose scans workers may share, or in one. */
    void useSteps(Measurement.Kind kind, boolean wanted) {
        if (wanted) {
            inSteps.add(kind);
        } else {
            inSteps.remove(kind);
        }
    }

    boolean usesSteps(Measurement.Kind kind) {
        return inSteps.contains(kind);
    }

    @Override
    public Answer secondRingMembers(int person, Question question) throws SQLException {
        return inSteps.contains(Measurement.Kind.SECOND_MEMBERS)
                ? ask(SqlText.secondRingInSteps(shape(), question, person, false))
                : super.secondRingMembers(person, question);
    }

    @Override
    public Answer secondRing(int person, Question question) throws SQLException {
        return inSteps.contains(Measurement.Kind.SECOND_EXPLAINED)
                ? ask(SqlText.secondRingInSteps(shape(), question, person, true))
                : super.secondRing(person, question);
    }

    @Override
    public Answer firstRings(List<Integer> cases, Question question) throws SQLException {
        return inSteps.contains(Measurement.Kind.HUNDRED_CASES)
                ? ask(SqlText.firstRingsInSteps(shape(), question, list(cases)))
                : super.firstRings(cases, question);
    }

    private Answer ask(List<String> steps) throws SQLException {
        for (String step : steps.subList(0, steps.size() - 1)) {
            run(step);
        }
        return ask(steps.getLast());
    }

    @Override
    public String name() {
        return "PostgreSQL 18";
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    public double load(List<DaySegment> days) throws SQLException {
        long start = System.nanoTime();
        run("create table visit (person int not null, place int not null, enter int not null, leave int not null)");
        connection.setAutoCommit(false);
        run("truncate visit"); // with wal_level minimal, loading into a table made or emptied here writes no log
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy visit from stdin (freeze)");
        CopyLines lines = new CopyLines(copy);
        for (DaySegment day : days) {
            day.forEachStay(lines::add);
        }
        lines.end();
        connection.commit();
        connection.setAutoCommit(true);
        run("create index visit_person on visit (person, enter) include (place, leave)");
        run("create index visit_place on visit (place, enter) include (leave, person)");
        run("vacuum (freeze, analyze) visit");
        return (System.nanoTime() - start) / 1e9;
    }

    /** Replaces the index by place with two partial ones. */
    double loadTwoIndexes() throws SQLException {
        long start = System.nanoTime();
        run(
                "create index visit_place_short on visit (place, enter) include (leave, person) where leave - enter <= 120");
        run("create index visit_place_long on visit (place, enter) include (leave, person) where leave - enter > 120");
        run("vacuum (analyze) visit");
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public long bytes() throws SQLException {
        String place = shape() == SqlText.ONE_INDEX
                ? "pg_relation_size('visit_place')"
                : "pg_relation_size('visit_place_short') + pg_relation_size('visit_place_long')";
        return number("select pg_table_size('visit') + pg_relation_size('visit_person') + " + place);
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    /** Rows of COPY's text format, sent in pieces of a megabyte. */
    private static final class CopyLines {
        private final CopyIn copy;
        private final byte[] buffer = new byte[1 << 20];
        private int size;

        CopyLines(CopyIn copy) {
            this.copy = copy;
        }

        void add(int person, int place, int enter, int leave) {
            if (size > buffer.length - 64) {
                send();
            }
            put(person, '\t');
            put(place, '\t');
            put(enter, '\t');
            put(leave, '\n');
        }

        private void put(int value, char end) {
            int digits = 1;
            for (int rest = value / 10; rest > 0; rest /= 10) {
                digits++;
            }
            int rest = value;
            for (int at = size + digits - 1; at >= size; at--) {
                buffer[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            size += digits;
            buffer[size++] = (byte) end;
        }

        private void send() {
            try {
                copy.writeToCopy(buffer, 0, size);
                size = 0;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        void end() throws SQLException {
            send();
            copy.endCopy();
        }
    }
}
