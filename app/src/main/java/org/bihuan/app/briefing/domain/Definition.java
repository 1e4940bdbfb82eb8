package org.bihuan.app.briefing.domain;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Which figures a briefing has.
 *
 * @param at local time at which it is frozen
 * @param title what it is called
 * @param sections its parts in order
 */
public record Definition(LocalTime at, Wording title, List<Section> sections) {
    public Definition {
        sections = List.copyOf(sections);
    }

    /** A part with a heading. */
    public record Section(Wording title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A figure.
     *
     * @param key its name in data
     * @param label what it is called
     * @param query name of what finds it
     * @param with parameters of the query
     * @param byCounty whether it is also given for each district
     * @param isAlarm whether more than 0 is something to look at
     * @param live address of the list as it is now, empty for none
     * @param trend the question that its course over the last mornings answers, null where it is not drawn
     */
    public record Line(
            String key,
            Wording label,
            String query,
            Map<String, String> with,
            boolean byCounty,
            boolean isAlarm,
            String live,
            @Nullable Wording trend) {
        public Line {
            with = Map.copyOf(with);
        }
    }

    /** Every figure in order. */
    public List<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream()).toList();
    }

    public Optional<Line> find(String key) {
        return lines().stream().filter(line -> line.key().equals(key)).findFirst();
    }
}
