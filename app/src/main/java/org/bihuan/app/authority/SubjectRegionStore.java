package org.bihuan.app.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of whose responsibility subjects are. Runs in the caller's transaction. Thread-safe. */
@Component
class SubjectRegionStore {
    private final JdbcTemplate jdbc;

    SubjectRegionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes by subject, as far as whoever asks sees them; 0 stands for no place. */
    Map<String, Set<Long>> read(Collection<String> subjects) {
        Map<String, Set<Long>> regions = new HashMap<>();
        jdbc.query(
                "select subject, division from authority.subject_region where subject = any(?)",
                row -> {
                    regions.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                            .add(row.getLong(2));
                },
                (Object) subjects.toArray(String[]::new));
        return regions;
    }

    /** Throws unless the transaction sees every row. */
    void requireMachine() {
        Integer level = jdbc.queryForObject("select authority.level()", Integer.class);
        if (level == null || level != Sight.ALL) {
            throw new IllegalStateException("needs the machine's own transaction, this one sees level " + level);
        }
    }

    /** Makes the codes of the subjects these. */
    void write(Map<String, Set<Long>> wanted) {
        Map<String, Set<Long>> stored = read(wanted.keySet());
        Rows fresh = new Rows();
        Rows gone = new Rows();
        wanted.forEach((subject, codes) -> {
            Set<Long> before = stored.getOrDefault(subject, Set.of());
            codes.stream().filter(code -> !before.contains(code)).forEach(code -> fresh.add(subject, code));
            before.stream().filter(code -> !codes.contains(code)).forEach(code -> gone.add(subject, code));
        });
        update(fresh, """
                insert into authority.subject_region (subject, division)
                select * from unnest(?::text[], ?::bigint[]) on conflict do nothing
                """);
        update(gone, """
                delete from authority.subject_region r using unnest(?::text[], ?::bigint[]) as g(subject, division)
                 where r.subject = g.subject and r.division = g.division
                """);
    }

    private void update(Rows rows, String sql) {
        if (!rows.subjects().isEmpty()) {
            jdbc.update(
                    sql, rows.subjects().toArray(String[]::new), rows.codes().toArray(Long[]::new));
        }
    }

    /** Subjects and codes side by side. */
    private record Rows(List<String> subjects, List<Long> codes) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String subject, Long code) {
            subjects.add(subject);
            codes.add(code);
        }
    }
}
