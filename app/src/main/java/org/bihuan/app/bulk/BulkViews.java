package org.bihuan.app.bulk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.policy.format.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Actions in words, and forms back into fields. Thread-safe. */
@Component
class BulkViews {
    private static final int MOST_REASONS = 8;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Bulk bulk;
    private final MessageSource messages;
    private final ZoneId zone;

    BulkViews(Bulk bulk, MessageSource messages, @Value("${bihuan.zone}") ZoneId zone) {
        this.bulk = bulk;
        this.messages = messages;
        this.zone = zone;
    }

    BulkView of(BulkAction action, Locale locale, Instant now) {
        Map<BulkItem.State, Long> counts = bulk.counts(action);
        Map<String, Long> words = new LinkedHashMap<>();
        for (BulkItem.State state : BulkItem.State.values()) {
            if (counts.getOrDefault(state, 0L) > 0) {
                words.put(state.name().toLowerCase(Locale.ROOT), counts.getOrDefault(state, 0L));
            }
        }
        Map<String, Long> reasons = new LinkedHashMap<>();
        bulk.reasons(action, MOST_REASONS).forEach((reason, number) -> reasons.put(half(reason, locale), number));
        BulkItem.State waiting =
                action.state() == BulkAction.State.UNDOING ? BulkItem.State.RECORDED : BulkItem.State.WAITING;
        return new BulkView(
                action,
                "bulk.kind." + action.kind().name().toLowerCase(Locale.ROOT),
                action.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> words(field.getKey(), field.getValue(), locale))
                        .toList(),
                words,
                reasons,
                action.total() - counts.getOrDefault(waiting, 0L),
                action.canBeUndone(now),
                bulk.hasFailed(action));
    }

    /** The half of the language; Chinese stands first. */
    static String half(String text, Locale locale) {
        int middle = text.indexOf(" / ");
        return middle < 0
                ? text
                : locale.getLanguage().equals("zh") ? text.substring(0, middle) : text.substring(middle + 3);
    }

    private String words(String field, String value, Locale locale) {
        Instant moment = Times.parse(value);
        String shown = moment == null
                ? String.valueOf(messages.getMessage("console.choice." + value, null, value, locale))
                : SHOWN.format(moment.atZone(zone));
        return messages.getMessage("bulk.field." + field, null, locale) + " " + shown;
    }

    /** The fields that a form of the kind may send; moments get the zone of this installation. */
    Map<String, String> fields(List<String> names, Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names) {
            String value = sent.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                fields.put(name, name.endsWith("At") ? moment(value) : value);
            }
        }
        return fields;
    }

    private String moment(String value) {
        try {
            return LocalDateTime.parse(value).atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeParseException e) {
            return value; // refused with its rule
        }
    }
}
