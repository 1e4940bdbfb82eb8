package org.bihuan.app.briefing.web;

import java.util.List;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Figure;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.policy.pack.Wording;

/**
 * The list behind a frozen figure.
 *
 * @param sheet the briefing
 * @param label what the figure is called
 * @param figure what it says
 * @param live address of the list as it is now, empty for none
 * @param items all of it
 * @param shown as many of it as one page shows
 */
public record FigureView(
        BriefingSheet sheet, Wording label, Figure figure, String live, List<Item> items, List<Item> shown) {
    /** What the amounts add up to, to be compared with the figure. */
    public long sum() {
        return items.stream().mapToLong(Item::amount).sum();
    }
}
