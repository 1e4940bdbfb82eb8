package org.bihuan.app.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.arrivals.CheckpointPacket.Choice;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be chosen on the page of a checkpoint, as the desk offers it. Thread-safe. */
@Component
class CheckpointChoices {
    private static final int COUNTY = 3;

    private final Labels labels;
    private final ArrivalSettings settings;
    private final MessageSource messages;

    CheckpointChoices(Labels labels, ArrivalSettings settings, MessageSource messages) {
        this.labels = labels;
        this.settings = settings;
        this.messages = messages;
    }

    Choice place(DivisionCode division) {
        return new Choice(
                division.toString(), Divisions.load().findName(division).orElse(division.toString()), null);
    }

    /** Counties of the city with their streets and townships. */
    List<Choice> destinations(DivisionCode region) {
        List<Choice> choices = new ArrayList<>();
        for (DestinationChoice each : DestinationChoice.in(List.of(region.level() <= 2 ? region : region.atLevel(2)))) {
            Choice county = place(each.county());
            choices.add(county);
            each.places()
                    .forEach(place -> choices.add(
                            new Choice(place.toString(), county.zh() + DestinationChoice.name(place), null)));
        }
        return choices;
    }

    List<Choice> levels() {
        return settings.riskLevels().values().stream()
                .distinct()
                .map(each -> word("arrivals.level.", each))
                .toList();
    }

    List<Choice> points() {
        return labels.choices(Words.LANDING, "point").stream()
                .map(each -> word("arrivals.point.", each))
                .toList();
    }

    /** Every county by its full name; a finer or foreign origin is typed. */
    List<Choice> origins() {
        return Divisions.load().list(COUNTY).stream()
                .map(each -> new Choice(each.toString(), Divisions.load().fullName(each), null))
                .toList();
    }

    private Choice word(String prefix, String word) {
        return new Choice(word, text(prefix, word, Locale.SIMPLIFIED_CHINESE), text(prefix, word, Locale.ENGLISH));
    }

    private String text(String prefix, String word, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + word, null, word, locale));
    }
}
