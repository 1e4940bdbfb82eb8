package org.bihuan.app.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading briefings. Thread-safe. */
@Service
public class Briefings {
    private static final int CORRECTIONS = 200;

    private final BriefingStore store;
    private final ItemStore items;

    Briefings(BriefingStore store, ItemStore items) {
        this.store = store;
        this.items = items;
    }

    /** The latest that whoever asks sees. */
    @Transactional(readOnly = true)
    public List<Briefing> latest(int limit) {
        return store.latest(limit);
    }

    @Transactional(readOnly = true)
    public Optional<Briefing> find(UUID id) {
        return store.find(id);
    }

    /** The day of the division's last briefing. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(DivisionCode division) {
        return store.lastDay(division);
    }

    /** What a figure of the whole said on each morning up to a briefing's, the earliest first. */
    @Transactional(readOnly = true)
    public List<FigureOfDay> history(Briefing until, String key, int days) {
        return store.history(until.division(), key, until.day(), days);
    }

    /** It put together for reading, with the latest {@value #CORRECTIONS} corrections. */
    @Transactional(readOnly = true)
    public Optional<BriefingSheet> sheet(UUID id) {
        return store.find(id)
                .map(briefing -> BriefingSheet.of(
                        briefing, store.figures(id), store.corrections(id, CORRECTIONS), store.standing(briefing)));
    }

    /**
     * A page of the list behind a figure as it was frozen; the whole list is as long as the figure says.
     *
     * @param place the county that the figure is about, null for the whole
     * @param after the number that the page before ended with, -1 to begin
     */
    @Transactional(readOnly = true)
    public ItemPage items(UUID briefing, String key, @Nullable DivisionCode place, int after, int limit) {
        Spot spot = new Spot(key, place);
        return ItemPage.of(items.page(briefing, spot, after, limit + 1), limit, items.count(briefing, spot));
    }

    /** Those that are still compared with what is known. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Briefing> since(LocalDate day) {
        return store.since(day);
    }
}
