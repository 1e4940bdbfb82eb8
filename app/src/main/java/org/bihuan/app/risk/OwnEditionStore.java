package org.bihuan.app.risk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.app.places.Places;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.places.PlaceId;
import org.bihuan.policy.level.DeclaredResponses;
import org.bihuan.policy.level.FlaggedSources;
import org.bihuan.policy.level.OwnLevels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the city had said itself at an edition. Thread-safe. */
@Component
class OwnEditionStore {
    private final JdbcClient database;
    private final RiskStore lists;
    private final EditionStore editions;
    private final Places places;

    OwnEditionStore(JdbcClient database, RiskStore lists, EditionStore editions, Places places) {
        this.database = database;
        this.lists = lists;
        this.editions = editions;
        this.places = places;
    }

    /** Keeps the number of the next edition until the end of the transaction. */
    void lock() {
        lists.lock();
    }

    long next(String series, String cause, Instant now, String by) {
        return editions.next(series, cause, now, by);
    }

    OwnLevels known(long edition) {
        return new OwnLevels(new DeclaredResponses(responses(edition)), new FlaggedSources(sources(edition)));
    }

    /** A level of something smaller than a division says nothing of one. */
    private List<DeclaredResponses.Declared> responses(long edition) {
        List<DeclaredResponses.Declared> declared = new ArrayList<>();
        database.sql("""
                        select region, level, effective_at from risk.response
                         where known_in <= :edition and withdrawn_at is null order by effective_at, known_in, recorded_at
                        """).param("edition", edition).query(row -> {
            PlaceId region = new PlaceId(row.getLong("region"));
            if (region.isDivision()) {
                declared.add(new DeclaredResponses.Declared(
                        region.division(),
                        row.getString("level"),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant()));
            }
        });
        return declared;
    }

    private List<FlaggedSources.Flagged> sources(long edition) {
        return database
                .sql("""
                        select * from risk.source
                         where known_in <= :edition and coalesce(withdrawn_in, :edition + 1) > :edition
                         order by valid_from, id
                        """)
                .param("edition", edition)
                .query((row, number) -> SituationStore.source(row))
                .list()
                .stream()
                .flatMap(each -> around(each).stream()
                        .map(place -> new FlaggedSources.Flagged(
                                each.kind(),
                                each.code(),
                                place,
                                !each.place().isDivision(),
                                each.from(),
                                each.to().orElse(null))))
                .toList();
    }

    /** The division of the source, or the smallest one around it. */
    private List<DivisionCode> around(Source source) {
        return source.place().isDivision()
                ? List.of(source.place().division())
                : places.chain(source.place(), source.from()).stream()
                        .filter(PlaceId::isDivision)
                        .map(PlaceId::division)
                        .limit(1)
                        .toList();
    }
}
