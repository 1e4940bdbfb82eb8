package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trying versions of orders on everybody before anybody proposes them. Thread-safe. */
@Service
public class Trials {
    private final TrialStore store;
    private final TrialCountStore counts;
    private final TrialPolicies policies;
    private final Versions versions;
    private final Previews previews;
    private final Jobs jobs;
    private final Clock clock;

    Trials(
            TrialStore store,
            TrialCountStore counts,
            TrialPolicies policies,
            Versions versions,
            Previews previews,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.policies = policies;
        this.versions = versions;
        this.previews = previews;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks what a version would do.
     *
     * @param against hash of what it is compared with, empty for nothing
     * @param region whose people; null for everybody's, for who sees everybody
     * @throws OrderRefused when the question cannot be asked
     */
    @Transactional
    public Trial ask(UUID id, String hash, String against, @Nullable DivisionCode region, Instant at, String by) {
        Optional<Trial> known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (!Asking.sight().sees(region) || region != null && region.level() > TrialRun.COUNTY) {
            throw new OrderRefused(
                    "地区 " + (region == null ? "（空）" : region) + " 不在您的辖区，或比县（市）区还小：请选辖区内的市或县（市）区",
                    "the region " + (region == null ? "(empty)" : region)
                            + " is not yours or is smaller than a county: choose a city or county of yours");
        }
        if (store.working().stream().anyMatch(each -> each.by().equals(by))) {
            throw new OrderRefused(
                    "您已有一次推演在进行：请等它完成，或先停止它", "a trial of yours is running: wait for it, or stop it first");
        }
        PackVersion tried = version(hash);
        PackVersion old = against.isEmpty() ? null : version(against);
        Trial trial = new Trial(
                id,
                tried.pack(),
                tried.hash(),
                old == null ? null : old.pack(),
                old == null ? null : old.hash(),
                region,
                at,
                by,
                clock.instant(),
                Trial.State.WORKING,
                0,
                null,
                "");
        try {
            policies.of(trial).whatIf(at);
        } catch (IllegalArgumentException e) {
            throw new OrderRefused(
                    "这两个版本不能在列上比较（" + e.getMessage() + "）：请改用变更预演",
                    "these versions cannot be compared in columns (" + e.getMessage()
                            + "): propose the change and look at its preview");
        }
        store.ask(trial);
        return trial;
    }

    private PackVersion version(String hash) {
        return versions.find(hash)
                .orElseThrow(() -> new OrderRefused(
                        "没有版本 " + hash + "：请从列表中选择", "there is no version " + hash + ": choose one of the list"));
    }

    /** One trial. */
    @Transactional(readOnly = true)
    public Optional<Trial> find(UUID id) {
        return store.find(id);
    }

    /** The latest trials first. */
    @Transactional(readOnly = true)
    public List<Trial> list(int limit) {
        return store.list(limit);
    }

    /** What it came to, as far as whoever asks may see; nothing before it is done. */
    @Transactional(readOnly = true)
    public TrialAnswer answer(UUID id) {
        return TrialAnswer.of(counts.lines(id), previews.needs());
    }

    /** How far the machine is; empty before it began. */
    public Optional<Job> progress(Trial trial) {
        return trial.state() == Trial.State.WORKING ? jobs.find(trial.job()) : Optional.empty();
    }

    /** Stops it after its present step; one that has ended stays as it is. */
    @Transactional
    public void stop(UUID id) {
        long done = store.find(id).flatMap(this::progress).map(Job::done).orElse(0L);
        store.end(id, Trial.State.STOPPED, done, "", clock.instant());
    }
}
