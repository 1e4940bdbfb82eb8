package org.bihuan.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.city.Fact.Subject;
import org.bihuan.kernel.DivisionCode;
import org.junit.jupiter.api.Test;

class FactJsonTest {
    private static final Instant NOON = Instant.parse("2020-07-14T04:00:00Z");
    private final FactJson json = new FactJson(ZoneId.of("Asia/Shanghai"));

    @Test
    void writesTheEnvelope() {
        Payload payload = new Payload()
                .with("arrivedAt", NOON)
                .with("born", LocalDate.parse("1990-01-02"))
                .with("isolatedElsewhereDays", 7)
                .with("origin", DivisionCode.of("210200000000"))
                .with("code", Optional.empty())
                .with("originRisk", Optional.of("low"));
        Fact fact = new Fact(
                "k2",
                "ledger",
                "arrival",
                1,
                NOON,
                NOON,
                List.of(new Subject("person", "person", "P00000001"), new Subject("school", "school", "S0001")),
                DivisionCode.of("210302002001"),
                payload.fields(),
                Optional.of("k1"));
        assertThat(json.write(fact))
                .isEqualTo("{\"key\":\"k2\",\"source\":\"ledger\",\"kind\":\"arrival\",\"schema\":1,"
                        + "\"occurredAt\":\"2020-07-14T12:00:00+08:00\",\"subjects\":["
                        + "{\"role\":\"person\",\"type\":\"person\",\"id\":\"P00000001\"},"
                        + "{\"role\":\"school\",\"type\":\"school\",\"id\":\"S0001\"}],"
                        + "\"division\":\"210302002001\",\"payload\":{\"arrivedAt\":\"2020-07-14T12:00:00+08:00\","
                        + "\"born\":\"1990-01-02\",\"isolatedElsewhereDays\":7,\"origin\":\"210200000000\","
                        + "\"originRisk\":\"low\"},\"corrects\":\"k1\"}");
    }

    @Test
    void escapesWhatJsonCannotHold() {
        assertThat(written("引号\" 反斜\\ 换行\n回车\r制表\t铃\u0007"))
                .contains("\"note\":\"引号\\\" 反斜\\\\ 换行\\n回车\\r制表\\t铃\\u0007\"");
        assertThat(written("\u001f\u007f")).contains("\"\\u001f\u007f\"");
        assertThat(written("𠮷")).contains("\"𠮷\"");
        assertThat(written("a\ud842")).contains("\"a\\ud842\"");
        assertThat(written("\udfb7b")).contains("\"\\udfb7b\"");
        assertThat(written("{[")).endsWith("\"payload\":{\"note\":\"{[\"}}");
    }

    @Test
    void refusesValuesThatHaveNoForm() {
        assertThatThrownBy(() -> written(1.5)).hasMessageContaining("field note has a value of class java.lang.Double");
    }

    private String written(Object note) {
        return json.write(new Fact(
                "k",
                "s",
                "note",
                1,
                NOON,
                NOON,
                List.of(),
                DivisionCode.of("210302002001"),
                Map.of("note", note),
                Optional.empty()));
    }
}
