package org.bihuan.app.orders.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.orders.Previews;
import org.bihuan.app.orders.Trial;
import org.bihuan.app.orders.Trials;
import org.bihuan.app.rules.Versions;
import org.springframework.stereotype.Component;

/** Puts together what the pages of trials show. Thread-safe. */
@Component
class TrialPages {
    private static final int TRIALS = 30;

    private final Trials trials;
    private final Versions versions;
    private final Previews previews;

    TrialPages(Trials trials, Versions versions, Previews previews) {
        this.trials = trials;
        this.versions = versions;
        this.previews = previews;
    }

    TrialsPage all(String chosen, String error) {
        List<TrialChoice> choices = versions.packs().stream()
                .flatMap(pack -> versions.list(pack).stream())
                .map(each -> new TrialChoice(
                        each, versions.pack(each.hash()).manifest().titles()))
                .toList();
        return new TrialsPage(
                choices,
                choices.stream().collect(toMap(each -> each.version().hash(), identity())),
                trials.list(TRIALS),
                chosen,
                UUID.randomUUID(),
                Asking.may(Permission.PROPOSE_ORDERS),
                error);
    }

    TrialPage one(Trial trial) {
        String against = trial.againstHash();
        Job job = trials.progress(trial).orElse(null);
        return new TrialPage(
                trial,
                versions.find(trial.hash()).orElseThrow(),
                against == null ? null : versions.find(against).orElseThrow(),
                versions.pack(trial.hash()),
                versions.pack(against == null ? trial.hash() : against),
                trials.answer(trial.id()),
                previews.needs(),
                job == null ? trial.people() : job.done(),
                Asking.may(Permission.PROPOSE_ORDERS));
    }
}
