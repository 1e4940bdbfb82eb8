package org.bihuan.app.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;

/**
 * Typed fields and subjects as one text each, quick to read back: parts end with U+001E, name and value are parted by
 * U+001F, and a letter before the value says its type. The payload is kept beside it as it came.
 */
final class FieldCodec {
    private static final char END = '\u001E';
    private static final char PART = '\u001F';
    private static final char NOTHING = 0;

    private FieldCodec() {}

    static String write(Map<String, FieldValue> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields)
                .forEach((name, value) -> text.append(name)
                        .append(PART)
                        .append(type(value))
                        .append(plain(value))
                        .append(END));
        return text.toString();
    }

    private static char type(FieldValue value) {
        return switch (value) {
            case FieldValue.Text text -> 't';
            case FieldValue.Amount amount -> 'n';
            case FieldValue.Moment moment -> 'm';
            case FieldValue.Day day -> 'd';
            case FieldValue.Place place -> 'p';
        };
    }

    private static String plain(FieldValue value) {
        return value instanceof FieldValue.Text text ? clean(text.value()) : value.toString();
    }

    /** The separators mean nothing to people and must not end a field early; U+0000 has no place in PostgreSQL. */
    static String clean(String text) {
        return text.indexOf(END) < 0 && text.indexOf(PART) < 0 && text.indexOf(NOTHING) < 0
                ? text
                : text.replace(END, ' ').replace(PART, ' ').replace(NOTHING, ' ');
    }

    static Map<String, FieldValue> read(String text) {
        Map<String, FieldValue> fields = new HashMap<>();
        for (int at = 0; at < text.length(); ) {
            int part = text.indexOf(PART, at);
            int end = text.indexOf(END, part);
            String value = text.substring(part + 2, end);
            fields.put(
                    text.substring(at, part),
                    switch (text.charAt(part + 1)) {
                        case 'n' -> new FieldValue.Amount(new BigDecimal(value));
                        case 'm' -> new FieldValue.Moment(InstantText.parse(value));
                        case 'd' -> new FieldValue.Day(LocalDate.parse(value));
                        case 'p' -> new FieldValue.Place(DivisionCode.of(value));
                        default -> new FieldValue.Text(value);
                    });
            at = end + 1;
        }
        return fields;
    }

    static String writeSubjects(List<FactSubject> subjects) {
        StringBuilder text = new StringBuilder();
        subjects.forEach(each ->
                text.append(each.role()).append(PART).append(each.subject()).append(END));
        return text.toString();
    }

    static List<FactSubject> readSubjects(String text) {
        List<FactSubject> subjects = new ArrayList<>(2);
        for (int at = 0; at < text.length(); ) {
            int part = text.indexOf(PART, at);
            int end = text.indexOf(END, part);
            subjects.add(new FactSubject(text.substring(at, part), SubjectId.parse(text.substring(part + 1, end))));
            at = end + 1;
        }
        return subjects;
    }
}
