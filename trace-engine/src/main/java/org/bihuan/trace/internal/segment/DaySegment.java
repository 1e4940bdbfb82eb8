package org.bihuan.trace.internal.segment;

/**
 * The stays that began on one UTC day, in both orders. Immutable, safe to share between threads.
 *
 * <p>Plain heap arrays on purpose: the compiler drops their bounds checks in the scan loops, the collector never looks
 * inside arrays of primitives, and transparent huge pages reach the heap but not mapped files; at a hundred random
 * places a question, a 4 KiB page would cost a second miss for the address of every first one.
 */
public final class DaySegment {
    final int day;
    final int stays;
    final int lastLeave;
    final PersonOrder personOrder;
    final PlaceOrder placeOrder;

    DaySegment(int day, int stays, int lastLeave, PersonOrder personOrder, PlaceOrder placeOrder) {
        this.day = day;
        this.stays = stays;
        this.lastLeave = lastLeave;
        this.personOrder = personOrder;
        this.placeOrder = placeOrder;
    }

    /** UTC day, counted from 1970-01-01. */
    public int day() {
        return day;
    }

    /** Number of stays, united within the segment. */
    public int stays() {
        return stays;
    }

    /** Epoch minute at which the last of the stays ends; later than the day when stays cross midnight. */
    public int lastLeave() {
        return lastLeave;
    }

    /** One more than the highest number of a person in the segment. */
    public int personLimit() {
        int people = personOrder.directory.size();
        return people == 0 ? 0 : personOrder.directory.id(people - 1) + 1;
    }

    /** Appends the person's stays that overlap [from, to), clipped to it; epoch minutes. */
    public void readPerson(int person, int from, int to, StayBuffer into) {
        personOrder.read(person, day * 1440, from, to, into);
    }

    /** Appends everyone at the place during [from, to), with the shared interval; epoch minutes. */
    public void collectPlace(int place, int from, int to, Matches into) {
        int base = day * 1440;
        placeOrder.collect(place, base, from - base, to - base, into);
    }

    /** Upper bound of the people at the place in the segment. */
    public int countPlace(int place) {
        return placeOrder.count(place);
    }

    /** Warms the memory {@link #readPerson} needs; the result means nothing. */
    public long touchPerson(int person) {
        return personOrder.touch(person);
    }

    /** Warms the memory {@link #touchPlace} needs; the result means nothing. */
    public long touchHead(int place) {
        return placeOrder.touchHead(place);
    }

    /** Warms the memory {@link #collectPlace} needs; the result means nothing. */
    public long touchPlace(int place, int from, int to) {
        return placeOrder.touch(place, from - day * 1440, to - day * 1440);
    }

    /** Hands out every stay, to build another segment from it. */
    public void forEachStay(StayConsumer consumer) {
        int base = day * 1440;
        for (int ordinal = 0; ordinal < placeOrder.directory.size(); ordinal++) {
            int end = (int) placeOrder.heads[ordinal + 1];
            for (int i = (int) placeOrder.heads[ordinal]; i < end; i++) {
                long entry = placeOrder.entries[i];
                int packed = PlaceOrder.times(entry);
                consumer.stay(
                        (int) entry,
                        placeOrder.directory.id(ordinal),
                        base + StayTimes.enter(packed),
                        base + StayTimes.leave(packed));
            }
        }
    }

    /** Takes stays one by one; epoch minutes. */
    @FunctionalInterface
    public interface StayConsumer {
        void stay(int person, int place, int enterMinute, int leaveMinute);
    }
}
