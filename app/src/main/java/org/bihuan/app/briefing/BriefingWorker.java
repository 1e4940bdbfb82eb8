package org.bihuan.app.briefing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.CutOff;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Pack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Freezes each headquarters' briefing when its time has come, and compares frozen ones with what is known since. What is
 * frozen stands in the database, so a restart neither doubles nor forgets one. Rests while an installation is only worked
 * out anew.
 */
@Component
class BriefingWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BriefingWorker.class);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int COUNTY = 3;

    private final Briefings briefings;
    private final Definitions definitions;
    private final BriefingSettings settings;
    private final Rules rules;
    private final Duties duties;
    private final Clock clock;
    private final Resting resting;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    /**
     * @param replay whether the installation is only worked out anew
     * @param zone of the installation, for places without an order of their own
     */
    @org.springframework.boot.context.properties.ConfigurationProperties("bihuan")
    record Resting(
            @org.springframework.boot.context.properties.bind.DefaultValue("false")
            boolean replay,

            ZoneId zone) {}

    BriefingWorker(
            Briefings briefings,
            Definitions definitions,
            BriefingSettings settings,
            Rules rules,
            Duties duties,
            Clock clock,
            Resting resting) {
        this.briefings = briefings;
        this.definitions = definitions;
        this.settings = settings;
        this.rules = rules;
        this.duties = duties;
        this.clock = clock;
        this.resting = resting;
    }

    private void work() {
        long checkedAt = System.nanoTime();
        while (running) {
            try {
                freezeWhatIsDue(clock.instant());
                if (System.nanoTime() - checkedAt >= settings.checkEvery().toNanos()) {
                    check(clock.instant());
                    checkedAt = System.nanoTime();
                }
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the briefing could not be made and is tried again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** Every morning that was missed, the earliest first; gives back how many were frozen. */
    int freezeWhatIsDue(Instant now) {
        int frozen = 0;
        for (Map.Entry<DivisionCode, ZoneId> each : headquarters().entrySet()) {
            for (CutOff cutOff : CutOff.missed(
                    definitions.at(),
                    each.getValue(),
                    briefings.lastDay(each.getKey()),
                    now,
                    settings.madeUp())) {
                if (mustWait(cutOff, now)) {
                    break;
                }
                if (briefings
                        .freeze(each.getKey(), each.getValue(), cutOff, definitions.text(), now)
                        .isPresent()) {
                    frozen++;
                }
            }
        }
        return frozen;
    }

    /** What came in before the cut-off is to be judged first, for a while. */
    private boolean mustWait(CutOff cutOff, Instant now) {
        return now.isBefore(cutOff.at().plus(settings.patience()))
                && duties.lag(now).marks() > 0;
    }

    /** Gives back how many corrections that makes. */
    int check(Instant now) {
        int corrections = 0;
        var from = now.atZone(resting.zone()).toLocalDate().minusDays(settings.checkDays());
        for (Briefing each : briefings.since(from)) {
            corrections += briefings.check(each.id(), now);
        }
        return corrections;
    }

    /** Whose briefings there are, each with its zone. */
    private Map<DivisionCode, ZoneId> headquarters() {
        Map<DivisionCode, ZoneId> all = new LinkedHashMap<>();
        settings.divisions().forEach(code -> all.put(DivisionCode.of(code), resting.zone()));
        for (Pack pack : rules.active()) {
            DivisionCode division = pack.manifest().jurisdiction();
            if (settings.divisions().isEmpty() && division.level() >= 2) {
                all.putIfAbsent(division, pack.manifest().zone());
            } else {
                all.computeIfPresent(division, (_, _) -> pack.manifest().zone());
            }
        }
        if (settings.districts()) {
            Map.copyOf(all)
                    .forEach((division, zone) -> Divisions.load().list(COUNTY, division).stream()
                            .filter(county -> !Divisions.load()
                                    .findName(county)
                                    .orElse("")
                                    .equals("市辖区"))
                            .forEach(county -> all.putIfAbsent(county, zone)));
        }
        return all;
    }

    private static boolean pause() {
        try {
            Thread.sleep(STEP.multipliedBy(10));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        if (!resting.replay()) {
            thread = Thread.ofPlatform().name("briefing").daemon(true).start(() -> Asking.asMachine(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
