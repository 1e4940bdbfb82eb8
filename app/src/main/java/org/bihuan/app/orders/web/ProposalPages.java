package org.bihuan.app.orders.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.orders.Previews;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.orders.Proposals;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page of a change. Who asks for the people in it is written down. Thread-safe. */
@Component
class ProposalPages {
    private static final String PURPOSE = "rejudgement";
    private static final int NOTED = 500;

    private final Proposals proposals;
    private final Previews previews;
    private final Versions versions;
    private final ChangedLevels levels;
    private final PreviewNames names;
    private final Audit audit;
    private final Clock clock;

    ProposalPages(
            Proposals proposals,
            Previews previews,
            Versions versions,
            ChangedLevels levels,
            PreviewNames names,
            Audit audit,
            Clock clock) {
        this.proposals = proposals;
        this.previews = previews;
        this.versions = versions;
        this.levels = levels;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    ProposalPage of(Proposal proposal, String error) {
        return page(proposal, List.of(), Map.of(), "", error);
    }

    ProposalPage withPeople(Proposal proposal, @Nullable DivisionCode county, String after, int limit) {
        List<Previews.Person> people = previews.people(proposal.id(), county, after, limit);
        Map<SubjectId, String> known = names.of(
                people.stream().map(Previews.Person::subject).toList(),
                reader(),
                purpose(),
                detail(proposal),
                clock.instant());
        note(
                proposal,
                Action.LIST,
                people.stream()
                        .filter(each -> !known.containsKey(each.subject()))
                        .toList());
        String next = people.size() < limit ? "" : people.getLast().subject().toString();
        return page(proposal, people, known, next, "");
    }

    /** Writes down that somebody takes the result file. */
    void noteReading(Proposal proposal, Action action) {
        note(proposal, action, previews.people(proposal.id(), null, "", NOTED));
    }

    private void note(Proposal proposal, Action action, List<Previews.Person> people) {
        if (people.isEmpty()) {
            return;
        }
        audit.record(
                reader(),
                purpose(),
                action,
                people.stream()
                        .map(each -> Looked.at(each.subject().toString()))
                        .toList(),
                detail(proposal),
                clock.instant());
    }

    private static String detail(Proposal proposal) {
        return "proposal " + proposal.id();
    }

    private static Reader reader() {
        return Asking.asker()
                .map(asker -> new Reader(asker.login(), List.of(asker.region()), Set.of(), Set.of()))
                .orElseGet(() -> Reader.named(Who.asks()));
    }

    private static String purpose() {
        return Asking.asker()
                .map(Asker::purpose)
                .filter(each -> !each.isBlank())
                .orElse(PURPOSE);
    }

    private ProposalPage page(
            Proposal proposal, List<Previews.Person> people, Map<SubjectId, String> known, String after, String error) {
        boolean isOfLists = proposal.kind() == Proposal.Kind.LISTS;
        PackVersion version = isOfLists ? null : versions.find(proposal.hash()).orElseThrow();
        Job job = previews.progress(proposal).orElse(null);
        Long total = job == null ? null : job.total();
        return new ProposalPage(
                proposal,
                version,
                isOfLists ? levels.words() : versions.pack(proposal.hash()),
                isOfLists ? levels.lines(proposal) : List.of(),
                previews.figures(proposal.id()),
                previews.needs(),
                proposals.approvals(proposal),
                people,
                known,
                after,
                job == null ? 0 : job.done(),
                total == null ? 0 : total,
                Who.asks(),
                Asking.may(Permission.PROPOSE_ORDERS),
                Asking.may(Permission.APPROVE_ORDERS),
                error);
    }
}
