package org.bihuan.app.facts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of the bulk tables. Every call runs in the caller's transaction. Thread-safe. */
@Component
class BulkStore {
    private static final List<String> TIMES = List.of("time_1", "time_2");
    private static final List<String> NUMBERS = List.of("number_1", "number_2", "number_3", "number_4");
    private static final List<String> WORDS = List.of("word_1", "word_2", "word_3", "word_4", "word_5", "word_6");

    private final JdbcTemplate jdbc;

    BulkStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A bulk fact with what was sent. */
    record Row(StoredFact stored, RawFact raw, short layout) {}

    /** The layouts of the declarations, made when they are not there yet. */
    private Map<UUID, BulkLayout> layouts(Collection<FactCatalogue.Kind> kinds) {
        Map<UUID, BulkLayout> known = new HashMap<>();
        layouts().values().forEach(each -> known.put(each.declaration(), each));
        boolean added = false;
        for (FactCatalogue.Kind kind : kinds) {
            if (!known.containsKey(kind.declaration())) {
                List<BulkLayout.Column> columns = BulkLayout.columns(kind);
                jdbc.update(
                        "insert into facts.bulk_layout (kind, declaration, columns) values (?, ?, ?) on conflict do nothing",
                        kind.name(),
                        kind.declaration(),
                        BulkLayout.write(columns));
                known.put(kind.declaration(), new BulkLayout((short) 0, kind.name(), kind.declaration(), columns));
                added = true;
            }
        }
        if (added) {
            layouts().values().forEach(each -> known.put(each.declaration(), each));
        }
        return known;
    }

    private Map<Short, BulkLayout> layouts() {
        Map<Short, BulkLayout> layouts = new HashMap<>();
        jdbc.query("select id, kind, declaration, columns from facts.bulk_layout", rows -> {
            layouts.put(
                    rows.getShort(1),
                    new BulkLayout(
                            rows.getShort(1),
                            rows.getString(2),
                            rows.getObject(3, UUID.class),
                            BulkLayout.read(rows.getString(4))));
        });
        return layouts;
    }

    /** Inserts those that are not there yet; gives back their ids. The facts must be sorted by id. */
    Set<UUID> insert(List<NewFact> facts) {
        Set<UUID> inserted = new HashSet<>();
        if (facts.isEmpty()) {
            return inserted;
        }
        Map<UUID, BulkLayout> layouts = layouts(kinds(facts));
        List<Cells> rows = facts.stream()
                .map(each -> Cells.of(each, Objects.requireNonNull(layouts.get(each.declaration()))))
                .toList();
        BulkStatement<Cells> statement = new BulkStatement<>(rows)
                .column("uuid", each -> each.fact().id().value())
                .column("timestamptz", each -> each.fact().recordedAt())
                .column("timestamptz", each -> each.fact().occurredAt())
                .column("timestamptz", each -> each.fact().statedAt())
                .column("int8", each -> each.fact().order())
                .column("int8", each -> {
                    DivisionCode division = each.fact().division();
                    return division == null ? null : division.value();
                })
                .column("uuid", each -> {
                    FactId corrects = each.fact().corrects();
                    return corrects == null ? null : corrects.value();
                })
                .column("uuid", Cells::contentHash)
                .column("int2", Cells::layout)
                .column("int2", Cells::layout)
                .column("int2", each -> each.fact().trust())
                .column("int2", each -> each.raw().schema())
                .column(
                        "text",
                        each -> each.fact().subjects().getFirst().subject().toString())
                .column("text", each -> each.raw().source())
                .column("text", each -> each.raw().key())
                .column("text", each -> each.raw().occurredAt())
                .column("text", each -> each.raw().statedAt());
        TIMES.forEach(
                column -> statement.column("timestamptz", each -> each.values().get(column)));
        NUMBERS.forEach(
                column -> statement.column("numeric", each -> each.values().get(column)));
        WORDS.forEach(column -> statement.column("text", each -> each.values().get(column)));
        statement.query(jdbc, """
                insert into facts.bulk (id, recorded_at, occurred_at, stated_at, position, division, corrects, content_hash,
                                        layout, settled, trust, schema, subject, source, key, occurred_said, stated_said,
                                        time_1, time_2, number_1, number_2, number_3, number_4,
                                        word_1, word_2, word_3, word_4, word_5, word_6)
                select * from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                                     ?::bigint[], ?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[],
                                     ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::timestamptz[], ?::timestamptz[], ?::numeric[], ?::numeric[], ?::numeric[],
                                     ?::numeric[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (id) do nothing
                returning id
                """, row -> inserted.add(row.getObject(1, UUID.class)));
        return inserted;
    }

    private static Collection<FactCatalogue.Kind> kinds(List<NewFact> facts) {
        Map<UUID, FactCatalogue.Kind> kinds = new LinkedHashMap<>();
        for (NewFact each : facts) {
            FactCatalogue.Kind kind = Objects.requireNonNull(each.kind());
            kinds.put(kind.declaration(), kind);
        }
        return kinds.values();
    }

    /** A fact and the values of its columns. */
    private record Cells(RawFact raw, Fact fact, UUID contentHash, short layout, Map<String, Object> values) {
        static Cells of(NewFact fact, BulkLayout layout) {
            Map<String, Object> values = new HashMap<>();
            for (BulkLayout.Column column : layout.fields()) {
                FieldValue value = fact.fact().fields().get(column.field());
                if (value != null) {
                    values.put(
                            column.column(),
                            switch (value) {
                                case FieldValue.Moment moment -> moment.value();
                                case FieldValue.Amount amount -> amount.value();
                                case FieldValue.Text text -> FieldCodec.clean(text.value());
                                case FieldValue.Day day -> day.toString();
                                case FieldValue.Place place -> place.toString();
                            });
                }
            }
            return new Cells(fact.raw(), fact.fact(), fact.contentHash(), layout.id(), values);
        }
    }

    Map<UUID, UUID> contentHashes(Collection<UUID> ids) {
        Map<UUID, UUID> hashes = new HashMap<>();
        jdbc.query(
                "select id, content_hash from facts.bulk where id = any(?)",
                rows -> {
                    hashes.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                },
                (Object) ids.toArray(UUID[]::new));
        return hashes;
    }

    /** Puts bulk facts into the dossiers of subjects. */
    void link(List<String> subjects, List<UUID> facts) {
        if (!facts.isEmpty()) {
            jdbc.update("""
                    insert into facts.bulk_subject (subject, fact_id)
                    select distinct * from unnest(?::text[], ?::uuid[])
                    on conflict do nothing
                    """, subjects.toArray(String[]::new), facts.toArray(UUID[]::new));
        }
    }

    /**
     * The bulk facts in the dossiers of each subject, and those of its own that wait to be settled by a declaration other
     * than the one they were settled by last.
     *
     * @param current the declarations in force
     */
    Map<String, List<StoredFact>> facts(Collection<String> subjects, Collection<UUID> current) {
        Map<Short, BulkLayout> layouts = layouts();
        Map<String, List<StoredFact>> facts = new HashMap<>();
        if (layouts.isEmpty()) {
            return facts;
        }
        jdbc.query(
                "select s.subject as reader, b.* from facts.bulk_subject s join facts.bulk b on b.id = s.fact_id where s.subject = any(?)",
                rows -> {
                    facts.computeIfAbsent(rows.getString("reader"), key -> new ArrayList<>())
                            .add(row(rows, layouts).stored());
                },
                (Object) subjects.toArray(String[]::new));
        Short[] unsettled = layouts.values().stream()
                .filter(each -> !current.contains(each.declaration()))
                .map(BulkLayout::id)
                .toArray(Short[]::new);
        if (unsettled.length > 0) {
            jdbc.query(
                    "select b.* from facts.bulk b where b.subject = any(?) and b.settled = any(?)",
                    rows -> {
                        facts.computeIfAbsent(rows.getString("subject"), key -> new ArrayList<>())
                                .add(row(rows, layouts).stored());
                    },
                    subjects.toArray(String[]::new),
                    unsettled);
        }
        return facts;
    }

    List<Row> byIds(Collection<UUID> ids) {
        Map<Short, BulkLayout> layouts = layouts();
        return layouts.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select * from facts.bulk where id = any(?)", (rows, number) -> row(rows, layouts), (Object)
                                ids.toArray(UUID[]::new));
    }

    /** Bulk facts of the subjects that happened before the moment, the latest first. */
    List<Row> page(Collection<String> subjects, Instant before, int limit) {
        Map<Short, BulkLayout> layouts = layouts();
        return jdbc.query(
                """
                select * from facts.bulk where subject = any(?) and occurred_at < ?
                 order by occurred_at desc, id desc limit ?
                """,
                (rows, number) -> row(rows, layouts),
                subjects.toArray(String[]::new),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Notes that the facts have been settled by the declarations of the catalogue. */
    void settle(List<Row> rows, FactCatalogue catalogue) {
        Map<String, List<UUID>> byKind = new HashMap<>();
        rows.forEach(row -> byKind.computeIfAbsent(row.raw().kind(), key -> new ArrayList<>())
                .add(row.stored().fact().id().value()));
        byKind.forEach((kind, ids) -> catalogue.find(kind).ifPresent(declared -> {
            short layout = Objects.requireNonNull(layouts(List.of(declared)).get(declared.declaration()))
                    .id();
            jdbc.update("update facts.bulk set settled = ? where id = any(?)", layout, ids.toArray(UUID[]::new));
        }));
    }

    /** Facts after the id that were settled by another declaration than one in force, in the order of their ids. */
    List<Row> unsettledAfter(UUID id, Collection<UUID> current, int limit) {
        Map<Short, BulkLayout> layouts = layouts();
        Short[] unsettled = layouts.values().stream()
                .filter(each -> !current.contains(each.declaration()))
                .map(BulkLayout::id)
                .toArray(Short[]::new);
        return unsettled.length == 0
                ? List.of()
                : jdbc.query(
                        "select * from facts.bulk where id > ? and settled = any(?) order by id limit ?",
                        (rows, number) -> row(rows, layouts),
                        id,
                        unsettled,
                        limit);
    }

    private static Row row(ResultSet rows, Map<Short, BulkLayout> layouts) throws SQLException {
        BulkLayout layout = Objects.requireNonNull(layouts.get(rows.getShort("layout")));
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        Map<String, Object> payload = new LinkedHashMap<>();
        for (BulkLayout.Column column : layout.fields()) {
            FieldValue value = value(rows, column);
            if (value != null) {
                fields.put(column.field(), value);
                payload.put(column.field(), value.toString());
            }
        }
        UUID corrects = rows.getObject("corrects", UUID.class);
        long division = rows.getLong("division");
        SubjectId subject = SubjectId.parse(rows.getString("subject"));
        List<FactSubject> subjects = List.of(new FactSubject(subject.type(), subject));
        Fact fact = new Fact(
                new FactId(rows.getObject("id", UUID.class)),
                layout.kind(),
                instant(rows, "occurred_at"),
                instant(rows, "stated_at"),
                rows.getLong("position"),
                instant(rows, "recorded_at"),
                rows.getInt("trust"),
                corrects == null ? null : new FactId(corrects),
                subjects,
                division == 0 ? null : new DivisionCode(division),
                fields);
        RawFact raw = new RawFact(
                rows.getString("source"),
                rows.getString("key"),
                layout.kind(),
                rows.getInt("schema"),
                rows.getString("occurred_said"),
                rows.getString("stated_said"),
                fact.order(),
                fact.trust(),
                corrects == null ? null : corrects.toString(),
                subjects,
                division == 0 ? null : new DivisionCode(division).toString(),
                payload);
        return new Row(new StoredFact(fact, layout.declaration(), true, true), raw, layout.id());
    }

    private static @Nullable FieldValue value(ResultSet rows, BulkLayout.Column column) throws SQLException {
        return switch (column.type()) {
            case TIME -> {
                OffsetDateTime time = rows.getObject(column.column(), OffsetDateTime.class);
                yield time == null ? null : new FieldValue.Moment(time.toInstant());
            }
            case NUMBER -> {
                BigDecimal number = rows.getBigDecimal(column.column());
                yield number == null ? null : new FieldValue.Amount(number);
            }
            case DATE -> {
                String day = rows.getString(column.column());
                yield day == null ? null : new FieldValue.Day(LocalDate.parse(day));
            }
            case DIVISION -> {
                String code = rows.getString(column.column());
                yield code == null ? null : new FieldValue.Place(DivisionCode.of(code));
            }
            case TEXT, CHOICE -> {
                String word = rows.getString(column.column());
                yield word == null ? null : new FieldValue.Text(word);
            }
        };
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
