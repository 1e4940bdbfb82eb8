package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A briefing put together for reading.
 *
 * @param briefing which one
 * @param title what it is called
 * @param parts its parts in order
 * @param corrections what turned out otherwise, the latest ones, in the order in which it was seen
 */
public record BriefingSheet(Briefing briefing, Wording title, List<Part> parts, List<FigureCorrection> corrections) {
    /** The corrections of whole figures, each figure's together. */
    public List<NetCorrection> net() {
        return NetCorrection.of(corrections);
    }

    /** A part with a heading. */
    public record Part(Wording title, List<Row> rows) {}

    /**
     * A figure with its districts.
     *
     * @param line what it is
     * @param figure the whole
     * @param places the districts, those with something first
     * @param corrected what it would be by what is known since, equal to the figure while nothing changed
     */
    public record Row(
            Definition.Line line,
            Figure figure,
            List<Figure> places,
            @Nullable Long corrected) {
        /** What it is called. */
        public Wording label() {
            return line.label();
        }

        public boolean isCorrected() {
            return !Objects.equals(corrected, figure.value());
        }

        /** Whether it is something to look at. */
        public boolean isAlarm() {
            return line.isAlarm() && figure.value() != null && figure.value() > 0;
        }
    }

    /** @param standing what is to be believed of each figure */
    static BriefingSheet of(
            Briefing briefing,
            List<Figure> figures,
            List<FigureCorrection> corrections,
            Map<Spot, @Nullable Long> standing) {
        Definition definition = DefinitionReader.read(briefing.definition());
        List<Part> parts = new ArrayList<>();
        for (Definition.Section section : definition.sections()) {
            List<Row> rows = new ArrayList<>();
            for (Definition.Line line : section.lines()) {
                List<Figure> own = figures.stream()
                        .filter(each -> each.key().equals(line.key()))
                        .toList();
                own.stream()
                        .filter(each -> each.place() == null)
                        .findFirst()
                        .ifPresent(whole -> rows.add(new Row(
                                line,
                                whole,
                                own.stream()
                                        .filter(each -> each.place() != null)
                                        .toList(),
                                standing.get(whole.spot()))));
            }
            parts.add(new Part(section.title(), rows));
        }
        return new BriefingSheet(briefing, definition.title(), parts, corrections);
    }

    /** What a figure is called. */
    public Wording label(String key) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.line().key().equals(key))
                .map(row -> row.line().label())
                .findFirst()
                .orElse(new Wording(key, key));
    }

    /** The list of a figure, as it was frozen. */
    public String address(String key, @Nullable DivisionCode place) {
        return "/briefings/" + briefing.id() + "/figures/" + key + (place == null ? "" : "?place=" + place);
    }
}
