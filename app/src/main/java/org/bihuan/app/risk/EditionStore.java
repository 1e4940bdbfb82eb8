package org.bihuan.app.risk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.places.risk.ListedArea;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of editions. What makes a new one runs under the lock of the lists. Thread-safe. */
@Component
class EditionStore {
    private final JdbcClient database;

    EditionStore(JdbcClient database) {
        this.database = database;
    }

    long latest() {
        return database.sql("select coalesce(max(number), 0) from risk.edition")
                .query(Long.class)
                .single();
    }

    /** Makes the next edition; gives back its number. */
    long next(String series, String cause, Instant now, String by) {
        return database.sql("""
                        insert into risk.edition (number, series, made_at, made_by, cause)
                        select coalesce(max(number), 0) + 1, :series, :now, :by, :cause from risk.edition returning number
                        """)
                .param("series", series)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("cause", cause)
                .query(Long.class)
                .single();
    }

    void withdrawnIn(UUID publication, long edition) {
        database.sql("update risk.publication set withdrawn_in = :edition where id = :id")
                .param("edition", edition)
                .param("id", publication)
                .update();
    }

    /** Keeps what lines of a list have meant before the edition. */
    void keep(UUID publication, List<ListedArea> areas, long edition) {
        database.sql("""
                        insert into risk.area_before (publication, line, until_edition, outcome, place, candidates)
                        select publication, line, :edition, outcome, place, candidates from risk.area
                         where publication = :id and line in (:lines)
                        """)
                .param("edition", edition)
                .param("id", publication)
                .param("lines", areas.stream().map(ListedArea::line).toList())
                .update();
    }

    /**
     * A list as an edition knows it.
     *
     * @param revision the edition in which a line of it was last understood anew, 0 for never
     */
    record Known(Publication publication, long revision) {
        String key() {
            return publication.id() + "@" + revision;
        }
    }

    /** The lists of a series that the edition knows, by the moment they are in force from. */
    List<Known> known(String series, long edition) {
        return database.sql("""
                        select p.*, (select coalesce(max(b.until_edition), 0) from risk.area_before b
                                      where b.publication = p.id and b.until_edition <= :edition) as revised_in
                          from risk.publication p
                         where series = :series and known_in <= :edition and coalesce(withdrawn_in, :edition + 1) > :edition
                         order by effective_at, known_in
                        """)
                .param("series", series)
                .param("edition", edition)
                .query((row, number) -> new Known(RiskStore.publication(row), row.getLong("revised_in")))
                .list();
    }

    /** The lines of a list as the edition understands them. */
    List<ListedArea> areas(UUID publication, long edition) {
        return database.sql("""
                        select a.line, a.level, a.province, a.city, a.county, a.words,
                               coalesce(b.outcome, a.outcome) as outcome,
                               case when b.line is null then a.place else b.place end as place,
                               coalesce(b.candidates, a.candidates) as candidates
                          from risk.area a
                          left join lateral (select * from risk.area_before c
                                              where c.publication = a.publication and c.line = a.line
                                                and c.until_edition > :edition
                                              order by c.until_edition limit 1) b on true
                         where a.publication = :id order by a.line
                        """)
                .param("id", publication)
                .param("edition", edition)
                .query((row, number) -> RiskStore.area(row))
                .list();
    }

    Optional<Edition> find(long number) {
        return database.sql("select * from risk.edition where number = :number")
                .param("number", number)
                .query((row, rowNumber) -> new Edition(
                        row.getLong("number"),
                        row.getString("series"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("made_by"),
                        row.getString("cause")))
                .optional();
    }
}
