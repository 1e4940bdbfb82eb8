package org.bihuan.app.orders;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.NeedsReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What previews and sweeps came to, as far as whoever asks may see. Thread-safe. */
@Service
public class Previews {
    private static final int PAGE = 5_000;

    private final EffectStore effects;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final Needs needs;

    Previews(
            EffectStore effects,
            Jobs jobs,
            TransactionTemplate transactions,
            @Value("${bihuan.packs:${bihuan.home}/packs}") Path folder) {
        this.effects = effects;
        this.jobs = jobs;
        this.transactions = transactions;
        this.needs = NeedsReader.ofFolder(folder);
    }

    /** What is counted, with its names. */
    public Needs needs() {
        return needs;
    }

    /** The preview in figures. */
    public Preview figures(UUID proposal) {
        List<EffectStore.Group> groups = transactions.execute(status -> effects.groups(proposal));
        return Preview.of(groups == null ? List.of() : groups, needs);
    }

    /** One subject of a preview. */
    public record Person(SubjectId subject, @Nullable DivisionCode division, Effect effect) {}

    /**
     * Whom the preview names, in the order of their ids; whoever shows them writes down who looked.
     *
     * @param county only of this county, null for all
     */
    public List<Person> people(UUID proposal, @Nullable DivisionCode county, String after, int limit) {
        List<EffectStore.Line> lines = transactions.execute(
                status -> effects.lines(proposal, county == null ? 0 : county.value(), after, limit));
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(each -> new Person(each.subject(), each.division(), each.effect()))
                        .toList();
    }

    /** How far the machine is with the preview or the sweep; empty before it began. */
    public Optional<Job> progress(Proposal proposal) {
        return switch (proposal.state()) {
            case PREVIEWING -> jobs.find(proposal.previewJob());
            case SWEEPING, STOPPED, DONE -> jobs.find(proposal.sweepJob());
            case PREVIEWED, APPROVED, WITHDRAWN, FAILED -> Optional.empty();
        };
    }

    /** The result file: who was moved from what to what, as CSV; gives back how many lines. */
    public long writeResult(UUID proposal, Writer out) throws IOException {
        out.write("\uFEFFsubject,division,from,to,duties-added,duties-withdrawn,restricted-further\r\n");
        String after = "";
        long rows = 0;
        while (true) {
            String from = after;
            List<EffectStore.Line> page = transactions.execute(status -> effects.results(proposal, from, PAGE));
            if (page == null || page.isEmpty()) {
                return rows;
            }
            for (EffectStore.Line each : page) {
                Effect effect = each.effect();
                out.write(String.join(
                                ",",
                                safe(each.subject().toString()),
                                each.division() == null ? "" : each.division().toString(),
                                effect.from(),
                                effect.to(),
                                effect.added(),
                                effect.withdrawn(),
                                Boolean.toString(effect.further()))
                        + "\r\n");
                rows++;
            }
            after = page.getLast().subject().toString();
        }
    }

    /** An id may hold anything; a spreadsheet must neither run it nor break the line at it. */
    private static String safe(String text) {
        String quoted = text.replace("\"", "\"\"");
        return quoted.matches("(?s).*[\",\r\n].*") ? "\"" + quoted + "\"" : quoted;
    }
}
