package org.bihuan.city.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * An epidemic along the stays: someone is infectious from the second to the seventh day after infection, each shared minute
 * infects with the same small chance, and some infections happen where nobody scanned. Earliest infection first, as in a
 * shortest-path search; the truth against which tracing is scored. The numbers are plausible, not fitted to a disease. Not
 * thread-safe.
 */
public final class Epidemic {
    private static final int DAY = 1440;
    private static final int LATENT = 2 * DAY;
    private static final int INFECTIOUS = 5 * DAY;

    private final Meetings meetings;
    private final CityShape shape;
    private final int startMinute;
    private final int endMinute;
    private final double chanceAMinute;
    private final int percentUnseen;
    private final Draw draw = new Draw();

    /**
     * An epidemic not yet begun.
     *
     * @param meetings who met whom, by what happened and not only what was recorded
     * @param startMinute epoch minute from which stays are known
     * @param endMinute epoch minute up to which they are
     * @param chanceAMinute that a shared minute infects
     * @param percentUnseen of the infections hit somebody who met nobody known
     */
    public Epidemic(
            Meetings meetings,
            CityShape shape,
            int startMinute,
            int endMinute,
            double chanceAMinute,
            int percentUnseen) {
        this.meetings = meetings;
        this.shape = shape;
        this.startMinute = startMinute;
        this.endMinute = endMinute;
        this.chanceAMinute = chanceAMinute;
        this.percentUnseen = percentUnseen;
    }

    /** Epoch minute from which the infected exposes others. */
    public static int infectiousFrom(Infection infection) {
        return infection.minute() + LATENT;
    }

    /** Everyone infected, in the order of time, at most so many, out of so many at the start. */
    public Collection<Infection> spread(int seeds, int limit) {
        PriorityQueue<Infection> coming =
                new PriorityQueue<>(Comparator.comparingInt(Infection::minute).thenComparingInt(Infection::person));
        draw.start(shape.seed(), 1, 1);
        for (int i = 0; i < seeds; i++) {
            coming.add(new Infection(draw.below(shape.people()), -1, startMinute + draw.below(DAY)));
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
        int from = infectiousFrom(source);
        int to = Math.min(from + INFECTIOUS, endMinute);
        if (from >= to) {
            return exposed;
        }
        for (Meeting meeting : meetings.of(source.person(), from, to)) {
            draw.start(shape.seed() ^ 77, source.person(), meeting.person());
            if (draw.uniform() < 1 - Math.exp(-chanceAMinute * meeting.minutes())) {
                int minute = meeting.firstMinute() + draw.below(meeting.lastMinute() - meeting.firstMinute());
                boolean isUnseen = draw.chance(percentUnseen);
                int person = isUnseen ? draw.below(shape.people()) : meeting.person();
                exposed.add(new Infection(person, source.person(), minute));
            }
        }
        return exposed;
    }
}
