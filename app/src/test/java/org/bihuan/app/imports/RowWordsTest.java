package org.bihuan.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;
import org.junit.jupiter.api.Test;

/** A row goes back in the words of the form and by the city's clock, never with ids or by another zone's. */
class RowWordsTest {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private static FactCatalogue.Field field(String name, String zh, String en) {
        return new FactCatalogue.Field(
                name, FactCatalogue.FieldType.TEXT, Set.of(), null, false, false, null, null, new Wording(zh, en));
    }

    private static FactCatalogue.Kind kind(String name, FactCatalogue.Field... fields) {
        Map<String, FactCatalogue.Field> byName = new LinkedHashMap<>();
        for (FactCatalogue.Field each : fields) {
            byName.put(each.name(), each);
        }
        return new FactCatalogue.Kind(
                name, 1, List.of(), null, null, byName, false, new Wording(name, name), null, new UUID(1, 1));
    }

    private final RowWords words = new RowWords(
            new FactCatalogue(Map.of(
                    "arrival", kind("arrival", field("arrivedAt", "抵达时间", "Arrived at")),
                    "test", kind("test", field("sampledAt", "采样时间", "Sampled at"), field("result", "结果", "Result")))),
            List.of("arrival", "test"),
            CITY);

    @Test
    void aTimeAheadIsToldByTheCitysClockAndTheFieldsName() {
        List<FieldError> errors = List.of(FieldError.of(
                "arrivedAt",
                "2020-07-26T16:30:00Z",
                "field.ahead",
                "晚于当前时刻 2020-07-26T12:00:00.123Z",
                "lies after the present moment 2020-07-26T12:00:00.123Z"));
        assertThat(words.zh(errors)).isEqualTo("抵达时间「2020-07-27 00:30」：晚于当前时刻 2020-07-26 20:00");
        assertThat(words.en(errors))
                .isEqualTo("Arrived at \"2020-07-27 00:30\": lies after the present moment 2020-07-26 20:00");
    }

    @Test
    void theFormOfAListNamesItsParts() {
        List<FieldError> errors = List.of(
                FieldError.of("检测", "7.20", "row.parts", "必须写作 sampledAt/result", "must be written sampledAt/result"));
        assertThat(words.zh(errors)).isEqualTo("检测「7.20」：必须写作 采样时间/结果");
        assertThat(words.en(errors)).isEqualTo("检测 \"7.20\": must be written Sampled at/Result");
    }

    @Test
    void whatIsNoFieldAndNoMomentStaysAsItIs() {
        List<FieldError> errors = List.of(
                FieldError.of("姓名", "a/b", "x", "如2020-07-20T15:30+08:00", "such as 2020-07-20T15:30+08:00"),
                FieldError.of("subjects", "", "y", "必填", "is required"));
        assertThat(words.zh(errors)).isEqualTo("姓名「a/b」：如2020-07-20T15:30+08:00；对象「」：必填");
        assertThat(words.en(errors)).isEqualTo("姓名 \"a/b\": such as 2020-07-20T15:30+08:00; Subject \"\": is required");
    }
}
