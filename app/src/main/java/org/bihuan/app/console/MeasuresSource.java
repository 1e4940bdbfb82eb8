package org.bihuan.app.console;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.MeasureView;
import org.bihuan.app.exports.ListSource;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of who is under which measure as it is displayed, for taking out. */
@Component
class MeasuresSource implements ListSource {
    private static final int PAGE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Duties duties;
    private final Rules rules;
    private final WordBook words;
    private final MessageSource messages;
    private final ZoneId zone;

    MeasuresSource(
            Duties duties, Rules rules, WordBook words, MessageSource messages, @Value("${bihuan.zone}") ZoneId zone) {
        this.duties = duties;
        this.rules = rules;
        this.words = words;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public String titleKey() {
        return "console.measures";
    }

    @Override
    public List<String> header(Locale locale) {
        return List.of("who", "number", "measure", "until", "overdue", "where").stream()
                .map(key -> messages.getMessage("exports.column." + key, null, locale))
                .toList();
    }

    @Override
    public long count(Map<String, String> query, Instant now) {
        return duties.countUnderMeasure(kinds(query), now);
    }

    @Override
    public void write(Map<String, String> query, Instant now, Locale locale, RowSink sink) throws IOException {
        Words in = words.in(locale);
        Set<String> kinds = kinds(query);
        String after = "";
        List<MeasureView> page = duties.underMeasure(kinds, now, after, PAGE);
        while (!page.isEmpty()) {
            Map<SubjectId, String> names =
                    words.names(page.stream().map(MeasureView::subject).toList(), "export", Action.EXPORT);
            for (MeasureView each : page) {
                sink.row(List.of(
                        names.getOrDefault(each.subject(), each.subject().id()),
                        each.subject().id(),
                        in.measure(each.kind()),
                        time(each.until()),
                        time(each.overdueSince()),
                        in.place(each.division())));
            }
            after = page.getLast().subject().toString();
            page = duties.underMeasure(kinds, now, after, PAGE);
        }
    }

    private Set<String> kinds(Map<String, String> query) {
        Set<String> restricting = MeasuresPage.restricting(rules.active()).keySet();
        String kind = query.getOrDefault("kind", "");
        return restricting.contains(kind) ? Set.of(kind) : restricting;
    }

    private String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(zone));
    }
}
