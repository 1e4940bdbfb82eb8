package org.bihuan.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;

/** Writes facts as JSON, one object a line (NDJSON). Times carry the offset of the city's zone. Safe for threads. */
public final class FactJson {
    private final TimeText times;

    /** @param zone zone of the city */
    public FactJson(ZoneId zone) {
        this.times = new TimeText(zone);
    }

    /** The fact's object, without a line end. */
    public String write(Fact fact) {
        StringBuilder json = new StringBuilder(400).append('{');
        field(json, "key", fact.key());
        field(json, "source", fact.source());
        field(json, "kind", fact.kind());
        field(json, "schema", fact.schema());
        field(json, "occurredAt", fact.occurredAt());
        name(json, "subjects").append('[');
        for (Fact.Subject subject : fact.subjects()) {
            separate(json).append('{');
            field(json, "role", subject.role());
            field(json, "type", subject.type());
            field(json, "id", subject.id());
            json.append('}');
        }
        json.append(']');
        field(json, "division", fact.division());
        name(json, "payload").append('{');
        for (Map.Entry<String, Object> entry : fact.payload().entrySet()) {
            field(json, entry.getKey(), entry.getValue());
        }
        json.append('}');
        fact.corrects().ifPresent(key -> field(json, "corrects", key));
        return json.append('}').toString();
    }

    private void field(StringBuilder json, String name, Object value) {
        name(json, name);
        switch (value) {
            case String text -> quoted(json, text);
            case Integer number -> json.append(number.intValue());
            case Instant time -> quoted(json, times.of(time));
            case LocalDate date -> quoted(json, date.toString());
            case DivisionCode code -> quoted(json, code.toString());
            default ->
                throw new IllegalArgumentException("field " + name + " has a value of " + value.getClass()
                        + "; text, whole numbers, times, dates and divisions can be written");
        }
    }

    private static StringBuilder name(StringBuilder json, String name) {
        quoted(separate(json), name);
        return json.append(':');
    }

    /** A comma, unless the object or list has just been opened. */
    private static StringBuilder separate(StringBuilder json) {
        char last = json.charAt(json.length() - 1);
        return last == '{' || last == '[' ? json : json.append(',');
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (character < ' ' || Character.isSurrogate(character) && !isPaired(text, i)) {
                        unicode(json, character);
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Half a character cannot be written in UTF-8, and control characters not in JSON: both are escaped. */
    private static void unicode(StringBuilder json, char character) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(Character.forDigit(character >> shift & 0xF, 16));
        }
    }
}
