package org.bihuan.app.console;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.audit.Action;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.exports.ListSource;
import org.bihuan.app.work.WorklistFilter;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The worklist as it is displayed, for taking out. */
@Component
class WorklistSource implements ListSource {
    private static final int PAGE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Duties duties;
    private final WordBook words;
    private final MessageSource messages;
    private final ZoneId zone;

    WorklistSource(Duties duties, WordBook words, MessageSource messages, @Value("${bihuan.zone}") ZoneId zone) {
        this.duties = duties;
        this.words = words;
        this.messages = messages;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public String titleKey() {
        return "console.duties";
    }

    @Override
    public List<String> header(Locale locale) {
        return List.of("due", "state", "who", "number", "what", "owner", "where", "assignee").stream()
                .map(key -> messages.getMessage("exports.column." + key, null, locale))
                .toList();
    }

    @Override
    public long count(Map<String, String> query, Instant now) {
        DutyQuery asked = WorklistFilter.of(query).query(1, now);
        Map<?, Long> counts = duties.countExactly(asked, now);
        return asked.states().stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    @Override
    public void write(Map<String, String> query, Instant now, Locale locale, RowSink sink) throws IOException {
        Words in = words.in(locale);
        DutyQuery asked = WorklistFilter.of(query).query(PAGE, now);
        while (true) {
            List<DutyView> page = duties.list(asked, now);
            Map<SubjectId, String> names =
                    words.names(page.stream().map(DutyView::subject).toList(), "export", Action.EXPORT);
            for (DutyView duty : page) {
                DutyRow row = DutyRow.of(duty, in, names, now);
                sink.row(List.of(
                        TIME.format(row.dueAt().atZone(zone)),
                        in.text("console.state." + row.state()),
                        row.subjectName(),
                        row.subjectId(),
                        row.title(),
                        row.owner(),
                        row.place(),
                        row.assignee()));
            }
            if (page.size() < PAGE) {
                return;
            }
            asked = asked.after(page.getLast());
        }
    }
}
