package org.bihuan.app.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Vocabulary;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.UriUtils;

/** The names of things in one user's language, out of the packs where they have one. For one request. */
final class Words {
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}");

    private final List<Pack> packs;
    private final FactCatalogue catalogue;
    private final MessageSource messages;
    private final Locale locale;

    Words(List<Pack> packs, FactCatalogue catalogue, MessageSource messages, Locale locale) {
        this.packs = packs;
        this.catalogue = catalogue;
        this.messages = messages;
        this.locale = locale;
    }

    boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    String of(Wording wording) {
        return isChinese() ? wording.zh() : wording.en();
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String dutyKind(String kind) {
        return named(kind, Vocabulary::duties);
    }

    String owner(String role) {
        return named(role, Vocabulary::owners);
    }

    String measure(String kind) {
        return packs.stream()
                .flatMap(
                        pack -> Optional.ofNullable(pack.vocabulary().measures().get(kind)).stream())
                .map(Vocabulary.MeasureKind::wording)
                .findFirst()
                .map(this::of)
                .orElse(kind);
    }

    String factKind(String kind) {
        return catalogue.find(kind).map(found -> of(found.wording())).orElse(kind);
    }

    String field(String kind, String field) {
        return catalogue
                .find(kind)
                .map(found -> found.fields().get(field))
                .map(found -> of(found.wording()))
                .orElse(field);
    }

    /** A word of a choice; a word that nobody has translated stays as it is. */
    String choice(String word) {
        String key = "console.choice." + word;
        String text = messages.getMessage(key, null, word, locale);
        return text == null ? word : text;
    }

    /** What a table looks at; one that nobody has named stays as it is. */
    String feature(String feature) {
        String text = messages.getMessage("console.feature." + feature, null, feature, locale);
        return text == null ? feature : text;
    }

    /** What a table saw: a word, or a number to two places. */
    String seen(String value) {
        return LONG_NUMBER.matcher(value).matches()
                ? new BigDecimal(value)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : choice(value);
    }

    String type(String type) {
        String text = messages.getMessage("console.type." + type, null, type, locale);
        return text == null ? type : text;
    }

    String pack(String id) {
        return packs.stream()
                .filter(pack -> pack.id().equals(id))
                .findFirst()
                .map(pack -> of(pack.manifest().titles()))
                .orElse(id);
    }

    /** The division from its county down, as people in the city call it. */
    String place(@Nullable DivisionCode division) {
        if (division == null) {
            return "";
        }
        if (division.level() <= 3) {
            return Divisions.load().findName(division).orElse(division.toString());
        }
        String county = Divisions.load().findName(division.atLevel(3)).orElse("");
        return county + Divisions.load().findName(division).orElse("");
    }

    String value(FieldValue value) {
        return switch (value) {
            case FieldValue.Place place -> Divisions.load().fullName(place.value());
            case FieldValue.Text text -> choice(text.value());
            case FieldValue.Amount amount -> amount.toString();
            case FieldValue.Day day -> day.toString();
            case FieldValue.Moment moment -> moment.toString();
        };
    }

    static String path(SubjectId subject) {
        return "/subjects/" + UriUtils.encodePathSegment(subject.type(), "UTF-8") + "/"
                + UriUtils.encodePathSegment(subject.id(), "UTF-8");
    }

    private String named(String key, Function<Vocabulary, Map<String, Wording>> part) {
        return packs.stream()
                .flatMap(pack ->
                        Optional.ofNullable(part.apply(pack.vocabulary()).get(key)).stream())
                .findFirst()
                .map(this::of)
                .orElse(key);
    }
}
