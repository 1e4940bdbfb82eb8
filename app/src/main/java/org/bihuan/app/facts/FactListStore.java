package org.bihuan.app.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of lists of facts by kind and time. Thread-safe. */
@Component
class FactListStore {
    private final JdbcClient database;

    FactListStore(JdbcClient database) {
        this.database = database;
    }

    /** Every fact of the kind in the time with its subjects, standing or not, as the database finds them. To be closed. */
    Stream<FactSeen> bySubject(String kind, Instant from, Instant until) {
        return database
                .sql("""
                        select distinct coalesce(a.canonical, s.subject) collate "C" as subject, f.occurred_at, f.id, f.division
                          from facts.fact f join facts.fact_subject s on s.fact_id = f.id
                          left join facts.alias a on a.subject = s.subject
                         where f.kind = :kind collate "C" and f.occurred_at > :from and f.occurred_at <= :until
                         order by 1, 2, 3
                        """)
                .param("kind", kind)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .withFetchSize(StandingFacts.STEP)
                .query((row, number) -> seen(row))
                .stream();
    }

    private static FactSeen seen(ResultSet row) throws SQLException {
        long division = row.getLong("division");
        return new FactSeen(
                row.getObject("id", UUID.class),
                SubjectId.parse(row.getString("subject")),
                division == 0 ? null : new DivisionCode(division),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    /** Those of the facts that something takes back: a correction or retraction that stands itself. */
    Set<UUID> takenBack(Collection<UUID> facts) {
        Map<UUID, List<UUID>> correctors = new HashMap<>();
        Set<UUID> asked = new HashSet<>(facts);
        while (!asked.isEmpty()) {
            Set<UUID> next = new HashSet<>();
            database.sql("select id, corrects from facts.fact where corrects = any(:ids)")
                    .param("ids", asked.toArray(UUID[]::new))
                    .query(row -> {
                        UUID id = row.getObject("id", UUID.class);
                        correctors
                                .computeIfAbsent(row.getObject("corrects", UUID.class), _ -> new ArrayList<>())
                                .add(id);
                        next.add(id);
                    });
            next.removeAll(correctors.keySet());
            asked = next;
        }
        Set<UUID> taken = new HashSet<>();
        facts.stream().filter(fact -> !stands(fact, correctors, 0)).forEach(taken::add);
        return taken;
    }

    private static boolean stands(UUID fact, Map<UUID, List<UUID>> correctors, int depth) {
        return depth > 100
                || correctors.getOrDefault(fact, List.of()).stream()
                        .noneMatch(each -> stands(each, correctors, depth + 1));
    }
}
