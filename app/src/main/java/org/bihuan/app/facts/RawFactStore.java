package org.bihuan.app.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.RawFact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** SQL of reading facts back as they were sent. Thread-safe. */
@Component
class RawFactStore {
    private static final String COLUMNS =
            "id, source, key, kind, schema, occurred_said, stated_said, position, trust, corrects, subjects, division, payload";

    private final JdbcTemplate jdbc;
    private final ObjectReader payloads;

    RawFactStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        payloads = json.readerFor(new TypeReference<Map<String, Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** The facts of the ids. */
    Map<FactId, RawFact> read(Collection<UUID> ids) {
        Map<FactId, RawFact> raw = new LinkedHashMap<>();
        jdbc.query(
                "select " + COLUMNS + " from facts.fact where id = any(?)",
                rows -> {
                    raw.put(new FactId(rows.getObject("id", UUID.class)), read(rows));
                },
                (Object) ids.toArray(UUID[]::new));
        return raw;
    }

    /** The fact of the row. */
    private RawFact read(ResultSet rows) throws SQLException {
        long division = rows.getLong("division");
        Map<String, Object> payload = payloads.readValue(rows.getString("payload"));
        return new RawFact(
                rows.getString("source"),
                rows.getString("key"),
                rows.getString("kind"),
                rows.getInt("schema"),
                rows.getString("occurred_said"),
                rows.getString("stated_said"),
                rows.getLong("position"),
                rows.getInt("trust"),
                rows.getString("corrects"),
                FieldCodec.readSubjects(rows.getString("subjects")),
                division == 0 ? null : new DivisionCode(division).toString(),
                Objects.requireNonNullElse(payload, Map.of()));
    }
}
