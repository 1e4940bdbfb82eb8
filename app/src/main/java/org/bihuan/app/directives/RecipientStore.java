package org.bihuan.app.directives;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of recipients, page by page however many a directive has. Thread-safe. */
@Component
class RecipientStore {
    private static final String FROM =
            " from directives.recipient r join directives.directive d on d.id = r.directive where ";
    /** Those who owe something stand before the others. */
    private static final String ORDER =
            "case when " + DirectiveStore.OWED + " then 0 else 1 end, r.division, r.kind, r.name, r.id";

    private final JdbcClient database;

    RecipientStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Recipient> find(UUID id) {
        return database.sql("select * from directives.recipient where id = :id")
                .param("id", id)
                .query((row, number) -> DirectiveStore.recipient(row))
                .optional();
    }

    /** Those behind the cursor, who owe something at the moment first. */
    List<Recipient> page(UUID directive, Instant at, @Nullable UUID after, int limit) {
        String behind = after == null
                ? ""
                : " and (" + ORDER + ") > (select " + ORDER + FROM + "r.id = :after and r.directive = :directive)";
        return database.sql("select r.*" + FROM + "r.directive = :directive" + behind + " order by " + ORDER
                        + " limit :limit")
                .param("directive", directive)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> DirectiveStore.recipient(row))
                .list();
    }

    /** Those who owe something at the moment, by id behind the cursor. */
    List<Recipient> owing(UUID directive, Instant at, UUID after, int limit) {
        return database.sql("select r.*" + FROM + "r.directive = :directive and r.id > :after and" + DirectiveStore.OWED
                        + " order by r.id limit :limit")
                .param("directive", directive)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> DirectiveStore.recipient(row))
                .list();
    }

    /** Those of a directive who are a role at a place, or a unit of an account. */
    List<Recipient> own(UUID directive, DirectiveStore.Whose whose) {
        return database.sql("select r.*" + FROM + "r.directive = :directive and " + DirectiveStore.TO
                        + " order by r.name, r.id")
                .params(whose.parameters())
                .param("directive", directive)
                .query((row, number) -> DirectiveStore.recipient(row))
                .list();
    }

    Map<UUID, DirectiveProgress> progress(Collection<UUID> directives, Instant at) {
        Map<UUID, DirectiveProgress> progress = new HashMap<>();
        RowCallbackHandler read = row -> progress.put(
                row.getObject(1, UUID.class),
                new DirectiveProgress(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
        database.sql("select r.directive, count(*), count(*) filter (where r.read_at <= :at),"
                        + " count(*) filter (where r.answered_at <= :at), count(*) filter (where" + DirectiveStore.OWED
                        + "), count(*) filter (where d.deadline_at < :at and" + DirectiveStore.OWED + ")" + FROM
                        + "r.directive = any(:ids) group by 1")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", directives.toArray(UUID[]::new))
                .query(read);
        return progress;
    }
}
