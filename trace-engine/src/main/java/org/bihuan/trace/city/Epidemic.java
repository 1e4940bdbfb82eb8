package org.bihuan.trace.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.EpochMinute;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;

/**
 * An epidemic along the stays: someone is infectious from the second to the seventh day after infection, each shared minute
 * infects with the same small chance, and some infections happen where nobody scanned. Earliest infection first, as in a
 * shortest-path search; the truth against which tracing is scored. The numbers are plausible, not fitted to a disease.
 */
final class Epidemic {
    private static final int LATENT = 2 * EpochMinute.DAY;
    private static final int INFECTIOUS = 5 * EpochMinute.DAY;

    private final TraceEngine everyStay;
    private final CityShape shape;
    private final Window data;
    private final double chanceAMinute;
    private final int percentUnseen;
    private final Draw draw = new Draw();

    Epidemic(TraceEngine everyStay, CityShape shape, Window data, double chanceAMinute, int percentUnseen) {
        this.everyStay = everyStay;
        this.shape = shape;
        this.data = data;
        this.chanceAMinute = chanceAMinute;
        this.percentUnseen = percentUnseen;
    }

    /** When an infected person can expose others; empty when that lies outside of the data. */
    static List<Window> infectious(Infection infection, Window data) {
        int from = infection.minute() + LATENT;
        int to = Math.min(from + INFECTIOUS, data.toMinute());
        return from < to ? List.of(new Window(from, to)) : List.of();
    }

    /** Everyone infected, in the order of time, at most so many. */
    Collection<Infection> spread(int seeds, int limit) {
        PriorityQueue<Infection> coming =
                new PriorityQueue<>(Comparator.comparingInt(Infection::minute).thenComparingInt(Infection::person));
        draw.start(shape.seed(), 1, 1);
        for (int i = 0; i < seeds; i++) {
            coming.add(new Infection(draw.below(shape.people()), -1, data.fromMinute() + draw.below(EpochMinute.DAY)));
        }
        Map<Integer, Infection> infected = new LinkedHashMap<>();
        while (!coming.isEmpty() && infected.size() < limit) {
            Infection next = coming.remove();
            if (infected.putIfAbsent(next.person(), next) == null) {
                coming.addAll(exposedBy(next));
            }
        }
        return infected.values();
    }

    private List<Infection> exposedBy(Infection source) {
        List<Infection> exposed = new ArrayList<>();
        for (Window window : infectious(source, data)) {
            RingRule rule = RingRule.of(window, 1);
            for (Contact contact : everyStay
                    .firstRing(source.person(), rule, QueryLimit.none())
                    .contacts()) {
                draw.start(shape.seed() ^ 77, source.person(), contact.person());
                if (draw.uniform() < 1 - Math.exp(-chanceAMinute * contact.minutes())) {
                    int minute = contact.firstMinute() + draw.below(contact.lastMinute() - contact.firstMinute());
                    boolean isUnseen = draw.chance(percentUnseen);
                    int person = isUnseen ? draw.below(shape.people()) : contact.person();
                    exposed.add(new Infection(person, source.person(), minute));
                }
            }
        }
        return exposed;
    }
}
