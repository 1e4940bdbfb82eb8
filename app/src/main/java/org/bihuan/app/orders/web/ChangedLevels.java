package org.bihuan.app.orders.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.orders.Proposal;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.level.LevelHistory;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of the risk lists changes of what people's decisions read, for the page. Thread-safe. */
@Component
class ChangedLevels {
    private static final int MOST = 200;

    private final ListChanges lists;
    private final Editions editions;
    private final Rules rules;
    private final Clock clock;

    ChangedLevels(ListChanges lists, Editions editions, Rules rules, Clock clock) {
        this.lists = lists;
        this.editions = editions;
        this.rules = rules;
        this.clock = clock;
    }

    /** An order whose words name measures and duties; all share them. */
    @Nullable Pack words() {
        return rules.active().stream().findFirst().orElse(null);
    }

    /** By place, at most {@value #MOST}; of a history that differs in the past only, the last step that differs. */
    List<ProposalPage.Line> lines(Proposal proposal) {
        Instant now = clock.instant();
        return lists.lines(proposal.editionBefore(), proposal.edition()).stream()
                .limit(MOST)
                .map(each -> line(each, now))
                .toList();
    }

    private ProposalPage.Line line(ListChanges.Line line, Instant now) {
        Instant at = now;
        if (isSame(line, now)) {
            for (LevelHistory.Step step : line.after().steps()) {
                at = isSame(line, step.from()) ? at : step.from();
            }
        }
        return new ProposalPage.Line(
                name(line.key().place()),
                editions.series(line.key().series()),
                level(line.before().at(at)),
                level(line.after().at(at)));
    }

    private boolean isSame(ListChanges.Line line, Instant at) {
        return Objects.equals(level(line.before().at(at)), level(line.after().at(at)));
    }

    private @Nullable Wording level(LevelHistory.@Nullable Step step) {
        String level = step == null ? null : step.level();
        return step == null || level == null ? null : editions.name(step.scheme(), level);
    }

    private static String name(DivisionCode place) {
        StringBuilder name = new StringBuilder();
        for (DivisionCode each : place.selfAndAncestors().reversed()) {
            name.append(Divisions.load().findName(each).orElse(""));
        }
        return name.isEmpty() ? place.toString() : name.toString();
    }
}
