package org.bihuan.city;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All travellers' facts in the order they become known, in eight bytes a fact: the times are collected and sorted
 * first, and each fact is made again from the seed when its turn comes. Not safe for threads.
 */
final class TravellerStream implements Iterator<Fact> {
    private static final int PLACE_BITS = 8;
    private static final int TRAVELLER_BITS = 24;

    private final TravellerBuilder builder;
    private final TravellerFacts facts;
    /** Seconds from the begin (negative before), traveller, place in the traveller's list: sorted as one number. */
    private final long[] order;

    private int next;

    TravellerStream(TravellerBuilder builder, TravellerFacts facts, Instant begin) {
        this.builder = builder;
        this.facts = facts;
        this.order = order(begin);
    }

    private long[] order(Instant begin) {
        int count = builder.count();
        if (count >= 1 << TRAVELLER_BITS) {
            throw new IllegalArgumentException(count + " travellers are too many, most is " + (1 << TRAVELLER_BITS));
        }
        long[] all = new long[16];
        int size = 0;
        for (int traveller = 0; traveller < count; traveller++) {
            List<Fact> told = facts.of(builder.build(traveller));
            for (int place = 0; place < told.size(); place++) {
                if (size == all.length) {
                    all = Arrays.copyOf(all, size * 2);
                }
                long second = told.get(place).knownAt().getEpochSecond() - begin.getEpochSecond();
                all[size++] = (second << TRAVELLER_BITS | traveller) << PLACE_BITS | place;
            }
        }
        long[] sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public boolean hasNext() {
        return next < order.length;
    }

    @Override
    public Fact next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no fact follows the last of " + order.length);
        }
        long entry = order[next++];
        int traveller = (int) (entry >>> PLACE_BITS) & (1 << TRAVELLER_BITS) - 1;
        return facts.of(builder.build(traveller)).get((int) entry & (1 << PLACE_BITS) - 1);
    }
}
