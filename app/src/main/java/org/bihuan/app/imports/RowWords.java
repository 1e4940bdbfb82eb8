package org.bihuan.app.imports;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bihuan.app.site.MomentText;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;

/** What is wrong with a row, in the words of whoever sent it: names of fields, and times by the city's clock. Pure. */
final class RowWords {
    private static final Pattern PARTS = Pattern.compile("[a-z]\\w*(/[a-z]\\w*)+");

    private final Map<String, Wording> names = new HashMap<>(Map.of(
            "subjects", new Wording("对象", "Subject"),
            "occurredAt", new Wording("发生时间", "Time of the event")));
    private final ZoneId zone;

    /** @param kinds what the ledger's columns fill; where two call a field differently, the earlier one's name counts */
    RowWords(FactCatalogue catalogue, Collection<String> kinds, ZoneId zone) {
        this.zone = zone;
        kinds.forEach(kind -> catalogue
                .find(kind)
                .ifPresent(
                        found -> found.fields().forEach((field, named) -> names.putIfAbsent(field, named.wording()))));
    }

    String zh(List<FieldError> errors) {
        return errors.stream().map(each -> said(each, Wording::zh).zh()).collect(Collectors.joining("；"));
    }

    String en(List<FieldError> errors) {
        return errors.stream().map(each -> said(each, Wording::en).en()).collect(Collectors.joining("; "));
    }

    private FieldError said(FieldError error, Function<Wording, String> language) {
        String rule = here(language.apply(error.rule()));
        String named = PARTS.matcher(rule)
                .replaceAll(
                        form -> Matcher.quoteReplacement(List.of(form.group().split("/")).stream()
                                .map(part -> name(part, language))
                                .collect(Collectors.joining("/"))));
        return new FieldError(
                name(error.field(), language), here(error.value()), error.code(), new Wording(named, named));
    }

    private String name(String field, Function<Wording, String> language) {
        Wording wording = names.get(field);
        return wording == null ? field : language.apply(wording);
    }

    private String here(String text) {
        return MomentText.in(zone, text);
    }
}
