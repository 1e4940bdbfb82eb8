package org.bihuan.app.briefing;

import java.util.List;
import org.bihuan.app.briefing.domain.Item;

/**
 * A page of the list behind a frozen figure.
 *
 * @param items the things on it
 * @param last the number of the last of them in the list, after which the next page begins; -1 when there are none
 * @param hasMore whether there is a next page
 * @param total how long the list is
 */
public record ItemPage(List<Item> items, int last, boolean hasMore, long total) {
    public ItemPage {
        items = List.copyOf(items);
    }

    /** @param found one more than fits, if there is one more */
    static ItemPage of(List<ItemStore.Numbered> found, int limit, long total) {
        List<ItemStore.Numbered> shown = found.subList(0, Math.min(limit, found.size()));
        return new ItemPage(
                shown.stream().map(ItemStore.Numbered::item).toList(),
                shown.isEmpty() ? -1 : shown.getLast().number(),
                found.size() > limit,
                total);
    }
}
