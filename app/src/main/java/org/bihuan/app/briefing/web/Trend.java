package org.bihuan.app.briefing.web;

import java.util.List;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.briefing.FigureOfDay;
import org.bihuan.app.site.Bar;
import org.bihuan.policy.pack.Wording;

/**
 * The course of a figure over the last mornings.
 *
 * @param question what it answers
 * @param days a bar for each morning, the earliest first; each leads to the list as it was frozen
 */
public record Trend(Wording question, List<Bar> days) {
    private static final int DAYS = 14;

    /** Those that the definition asks for and that have more than one morning. */
    static List<Trend> of(BriefingSheet sheet, Briefings briefings) {
        return sheet.parts().stream()
                .flatMap(part -> part.rows().stream())
                .flatMap(row -> java.util.Optional.ofNullable(row.line().trend()).stream()
                        .map(question -> new Trend(
                                question,
                                bars(
                                        row.line().key(),
                                        briefings.history(
                                                sheet.briefing(), row.line().key(), DAYS)))))
                .filter(trend -> trend.days().size() > 1)
                .toList();
    }

    /** What was not known is left out: it is not 0. */
    private static List<Bar> bars(String key, List<FigureOfDay> history) {
        List<FigureOfDay> known =
                history.stream().filter(each -> each.value() != null).toList();
        long most = known.stream().mapToLong(Trend::value).max().orElse(0);
        return known.stream()
                .map(each -> Bar.of(
                        each.day().getMonthValue() + "-" + each.day().getDayOfMonth(),
                        "/briefings/" + each.briefing() + "/figures/" + key,
                        value(each),
                        most))
                .toList();
    }

    private static long value(FigureOfDay each) {
        Long value = each.value();
        return value == null ? 0 : value;
    }
}
