package org.bihuan.app.briefing.web;

import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Figure;
import org.bihuan.app.briefing.ItemPage;
import org.bihuan.policy.pack.Wording;

/**
 * The list behind a frozen figure, a page at a time.
 *
 * @param sheet the briefing
 * @param label what the figure is called
 * @param figure what it says
 * @param live address of the list as it is now, empty for none
 * @param page the things on the page
 * @param after the number that the page before ended with, -1 on the first
 */
public record FigureView(BriefingSheet sheet, Wording label, Figure figure, String live, ItemPage page, int after) {
    /** Whether this is the first page. */
    public boolean isFirst() {
        return after < 0;
    }

    /** The first page. */
    public String first() {
        return sheet.address(figure.key(), figure.place());
    }

    /** The page after this one, empty when there is none. */
    public String next() {
        return page.hasMore() ? first() + (figure.place() == null ? "?" : "&") + "after=" + page.last() : "";
    }
}
