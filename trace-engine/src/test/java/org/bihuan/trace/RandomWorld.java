package org.bihuan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Small adversarial worlds: few people at few places at few moments, so that stays touch, nest, repeat, cross midnight,
 * begin and end at day edges and have no length at all.
 */
public final class RandomWorld {
    /** 2021-12-18T00:00Z. */
    public static final int DAY_ZERO = 18_979 * 1440;

    private static final List<String> PEOPLE =
            List.of("p1", "p10", "p2", "张三", "李,四", "Zoë", "z", "Z", "é", "\uD83D\uDE00", "\uFF5E", "\"q\"");
    private static final List<String> PLACES =
            List.of("home", "市场", "bus 7", "a", "b,c", "Ä", "\uD840\uDC00", "\uFFEE");

    private final RandomGenerator random;
    public final int people;
    public final int places;

    public RandomWorld(RandomGenerator random) {
        this.random = random;
        people = random.nextInt(2, PEOPLE.size() + 1);
        places = random.nextInt(1, PLACES.size() + 1);
    }

    public String person() {
        return PEOPLE.get(random.nextInt(people));
    }

    public String place() {
        return PLACES.get(random.nextInt(places));
    }

    /** A moment likely to coincide with others: near a day edge, on a half hour, or anywhere in four days. */
    public int minute() {
        return DAY_ZERO
                + switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(1, 4) * 1440 + random.nextInt(-2, 3);
                    case 1 -> random.nextInt(0, 8 * 24) * 30;
                    case 2 -> 1440 + random.nextInt(0, 30) * 7;
                    default -> random.nextInt(0, 4 * 1440);
                };
    }

    private int length() {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt(0, 3);
            case 1 -> random.nextInt(1, 30);
            case 2 -> 30 * random.nextInt(1, 5);
            case 3 -> random.nextInt(115, 126);
            case 4 -> random.nextInt(300, 700);
            case 5 -> random.nextInt(1430, 1445);
            default -> random.nextInt(-5, 100);
        };
    }

    public List<Visit> visits(int count, boolean withOpen) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int enter = minute();
            if (!visits.isEmpty() && random.nextInt(5) == 0) {
                Visit earlier = visits.get(random.nextInt(visits.size()));
                enter = earlier.isOpen() ? earlier.enter() : earlier.leave();
            }
            int leave = withOpen && random.nextInt(3) == 0 ? Visit.MISSING : enter + length();
            visits.add(new Visit(person(), place(), enter, leave));
        }
        return visits;
    }

    public ObviousTrace.Question question() {
        int from = random.nextInt(3) == 0 ? DAY_ZERO - 3000 : minute();
        int to = random.nextInt(3) == 0 ? DAY_ZERO + 20_000 : Math.max(from + 1, minute());
        Set<String> excluded = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            excluded.add(place());
        }
        Map<String, Integer> lingers = new HashMap<>();
        if (random.nextInt(4) == 0) {
            lingers.put(place(), random.nextInt(0, 200));
        }
        int linger = random.nextInt(3) == 0 ? random.nextInt(1, 120) : 0;
        OptionalInt cap = random.nextInt(3) == 0 ? OptionalInt.of(random.nextInt(1, 6)) : OptionalInt.empty();
        int[] thresholds = {1, 2, 15, 30, 60, 240};
        int minOverlap = thresholds[random.nextInt(thresholds.length)];
        return new ObviousTrace.Question(from, to, minOverlap, excluded, linger, lingers, cap);
    }
}
