package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;

/** A what-if as text, a tab between columns: how many people of which county from what to what, and what that takes. */
public final class WhatIfReport {
    private final WhatIfNeeds resources;
    private final Needs needs;

    /** A report about the two policies. */
    public WhatIfReport(PackPolicy old, PackPolicy fresh, Needs needs) {
        this.resources = new WhatIfNeeds(old, fresh, needs);
        this.needs = needs;
    }

    /** All lines, the head first. */
    public List<String> lines(List<WhatIf.Count> counts) {
        List<String> lines = new ArrayList<>(List.of("division\tepisode\tfrom\tto\tpeople"));
        Map<String, Long> people = new LinkedHashMap<>();
        counts.forEach(
                each -> people.merge(line(each), each.people(), Long::sum)); // rows of one outcome are one answer
        people.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> lines.add(each.getKey() + "\t" + each.getValue()));
        resources
                .of(counts)
                .forEach((resource, number) -> lines.add(resource + "\t"
                        + Optional.ofNullable(needs.resources().get(resource))
                                .map(Wording::zh)
                                .orElse(resource)
                        + "\t" + (number > 0 ? "+" : "") + number));
        return lines;
    }

    private static String line(WhatIf.Count count) {
        DivisionCode division = count.division();
        return (division == null ? "-" : division.toString()) + "\t" + count.episode() + "\t" + text(count.before())
                + "\t" + text(count.after());
    }

    /** An answer in the words of the table: names of outcomes, or why there is none. */
    public static String text(WhatIf.Answer answer) {
        return switch (answer.state()) {
            case NONE -> "-";
            case RECORDED -> "recorded";
            case UNANCHORED -> "refused";
            case JUDGED -> answer.outcomes().isEmpty() ? "undecided" : String.join("+", answer.outcomes());
        };
    }
}
