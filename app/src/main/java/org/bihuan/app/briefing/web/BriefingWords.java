package org.bihuan.app.briefing.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Figure;
import org.bihuan.app.briefing.FigureCorrection;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A briefing in words of one language, for what is not a page. */
final class BriefingWords {
    private final BriefingSheet sheet;
    private final MessageSource messages;
    private final Locale locale;

    BriefingWords(BriefingSheet sheet, MessageSource messages, Locale locale) {
        this.sheet = sheet;
        this.messages = messages;
        this.locale = locale;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String of(Wording wording) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }

    String moment(Instant at) {
        return DateTimeFormatter.ofPattern(text("site.moment"), locale)
                .format(at.atZone(sheet.briefing().zone()));
    }

    static String place(DivisionCode code) {
        return Divisions.load().findName(code).orElse(code.toString());
    }

    String title() {
        return place(sheet.briefing().division()) + " " + of(sheet.title());
    }

    /** Until when, and when it was counted. */
    String times() {
        return text(
                "briefing.times",
                moment(sheet.briefing().cutOff()),
                moment(sheet.briefing().frozenAt()));
    }

    /** 12, or not known with why. */
    String value(Figure figure) {
        Wording unknown = figure.unknown();
        return figure.value() != null
                ? figure.value().toString()
                : text("briefing.unknown") + (unknown == null ? "" : " (" + of(unknown) + ")");
    }

    /** +3, −2, ±0, or nothing when there is nothing to compare with. */
    static String change(Figure figure) {
        Long change = figure.change();
        if (change == null) {
            return "";
        }
        return change == 0 ? "±0" : change > 0 ? "+" + change : "−" + -change;
    }

    /** Districts with something, such as 铁东区5、铁西区3. */
    String places(BriefingSheet.Row row) {
        List<String> parts = new ArrayList<>();
        row.places().stream()
                .filter(each -> each.value() != null && each.value() > 0)
                .forEach(each -> {
                    DivisionCode place = each.place();
                    parts.add((place == null ? "" : place(place)) + " " + each.value());
                });
        return String.join(text("briefing.comma"), parts);
    }

    String correction(FigureCorrection each) {
        DivisionCode place = each.place();
        return text(
                "briefing.correction",
                moment(each.foundAt()),
                of(sheet.label(each.key())) + (place == null ? "" : " " + place(place)),
                number(each.oldValue()),
                number(each.newValue()));
    }

    String number(@Nullable Long value) {
        return value == null ? text("briefing.unknown") : value.toString();
    }

    /** The whole as lines to paste into a chat. */
    String lines() {
        StringBuilder all =
                new StringBuilder(title()).append('\n').append(times()).append('\n');
        int number = 1;
        for (BriefingSheet.Part part : sheet.parts()) {
            all.append('\n')
                    .append(number++)
                    .append(". ")
                    .append(of(part.title()))
                    .append('\n');
            for (BriefingSheet.Row row : part.rows()) {
                all.append(row.isAlarm() ? "! " : "- ")
                        .append(of(row.line().label()))
                        .append(text("briefing.colon"))
                        .append(value(row.figure()));
                String change = change(row.figure());
                if (!change.isEmpty()) {
                    all.append(" (")
                            .append(text("briefing.change"))
                            .append(' ')
                            .append(change)
                            .append(')');
                }
                String places = places(row);
                if (!places.isEmpty()) {
                    all.append(text("briefing.comma")).append(places);
                }
                all.append('\n');
            }
        }
        if (!sheet.corrections().isEmpty()) {
            all.append('\n').append(text("briefing.corrections")).append('\n');
            sheet.corrections()
                    .forEach(each -> all.append("- ").append(correction(each)).append('\n'));
        }
        return all.toString();
    }
}
