package org.bihuan.app.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.briefing.Briefing;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Figure;
import org.bihuan.app.briefing.ItemPage;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureViewTest {
    private static final Wording WORDS = new Wording("x", "x");
    private static final Briefing BRIEFING = new Briefing(
            new UUID(0, 1),
            DivisionCode.of("210300000000"),
            LocalDate.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            ZoneOffset.UTC,
            "");

    @Test
    void thePageAfterBeginsBehindTheLastThingOfThisOneAndKeepsThePlace() {
        assertThat(view(null, new ItemPage(List.of(), 499, true, 1_200), -1).next())
                .isEqualTo("/briefings/" + BRIEFING.id() + "/figures/late?after=499");
        FigureView county = view(DivisionCode.of("210302000000"), new ItemPage(List.of(), 1_733, true, 900), 888);
        assertThat(county.next())
                .isEqualTo("/briefings/" + BRIEFING.id() + "/figures/late?place=210302000000&after=1733");
        assertThat(county.first()).isEqualTo("/briefings/" + BRIEFING.id() + "/figures/late?place=210302000000");
        assertThat(county.isFirst()).isFalse();
        assertThat(view(null, new ItemPage(List.of(), 7, false, 8), -1).next()).isEmpty();
    }

    private static FigureView view(@Nullable DivisionCode place, ItemPage page, int after) {
        return new FigureView(
                new BriefingSheet(BRIEFING, WORDS, List.of(), List.of()),
                WORDS,
                new Figure("late", place, 1_200L, null, null),
                "",
                page,
                after);
    }
}
