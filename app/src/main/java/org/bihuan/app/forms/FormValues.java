package org.bihuan.app.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LedgerColumns;
import org.springframework.context.MessageSource;

/**
 * What fields of forms are called and what stands in them: every field of every kind of fact as kind.field, those that
 * ledgers have also by the column's name and by the field's Chinese one. For one filling.
 */
final class FormValues {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final FactCatalogue catalogue;
    private final LedgerColumns columns;
    private final MessageSource messages;
    private final ZoneId zone;

    FormValues(FactCatalogue catalogue, LedgerColumns columns, MessageSource messages, ZoneId zone) {
        this.catalogue = catalogue;
        this.columns = columns;
        this.messages = messages;
        this.zone = zone;
    }

    /** The short names people use, and the full one each stands for. */
    private Map<String, String> shortNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (LedgerColumns.Column column : columns.columns().values()) {
            String field = column.field();
            FactCatalogue.Kind kind = catalogue.find(column.kind()).orElse(null);
            if (kind == null) {
                continue;
            }
            List<String> fields = field == null ? column.list() : List.of(field);
            for (String each : fields) {
                FactCatalogue.Field known = kind.fields().get(each);
                String full = kind.name() + "." + each;
                names.putIfAbsent(field == null ? full : column.name(), full);
                if (known != null) {
                    String word = field == null
                            ? kind.wording().zh() + known.wording().zh()
                            : known.wording().zh();
                    names.putIfAbsent(word, full);
                }
            }
        }
        return names;
    }

    /** Every name that a form may have. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(shortNames().keySet());
        catalogue.kinds().values().stream()
                .filter(kind -> !kind.isMachine())
                .forEach(kind -> kind.fields().keySet().forEach(field -> names.add(kind.name() + "." + field)));
        return names;
    }

    /** The values by every name: of each kind what stands and happened last. */
    Map<String, String> of(List<StandingFact> standing, Locale locale) {
        Map<String, Fact> last = new HashMap<>();
        for (StandingFact each : standing) {
            last.merge(
                    each.fact().kind(),
                    each.fact(),
                    (one, other) -> other.occurredAt().isAfter(one.occurredAt()) ? other : one);
        }
        Map<String, String> values = new HashMap<>();
        last.forEach((kind, fact) ->
                fact.fields().forEach((field, value) -> values.put(kind + "." + field, text(value, locale))));
        shortNames().forEach((name, full) -> {
            String value = values.get(full);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private String text(FieldValue value, Locale locale) {
        return switch (value) {
            case FieldValue.Place place -> Divisions.load().fullName(place.value());
            case FieldValue.Text text -> word(text.value(), locale);
            case FieldValue.Moment moment -> time(moment.value());
            case FieldValue.Amount amount -> amount.toString();
            case FieldValue.Day day -> day.toString();
        };
    }

    /** A choice in the reader's language; other text as it is. */
    private String word(String text, Locale locale) {
        String known = messages.getMessage("console.choice." + text, null, text, locale);
        return known == null ? text : known;
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
