package org.bihuan.city;

import org.bihuan.kernel.DivisionCode;

/**
 * How many travel and when (keys travel.*).
 *
 * @param perThousand travellers per thousand residents over the whole period
 * @param daysBefore arrivals reach back this many days before the first day
 * @param daysPlanned arrivals declared ahead reach this many days beyond the last
 * @param secondTrip share with a second arrival, that many hours later
 * @param hoursOfDay when in the day they arrive
 * @param durationHours how long they are under way
 * @param fromAbroad share that entered the country, through one of the ports, some days isolated there
 */
record TravelScenario(
        double perThousand,
        int daysBefore,
        int daysPlanned,
        double secondTrip,
        Span secondTripHours,
        WeightedList<Span> hoursOfDay,
        WeightedList<Span> durationHours,
        double fromAbroad,
        WeightedList<DivisionCode> ports,
        WeightedList<Integer> isolatedDays) {

    static TravelScenario read(Values values) {
        return new TravelScenario(
                values.number("travel.perThousand"),
                values.whole("travel.daysBefore"),
                values.whole("travel.daysPlanned"),
                values.share("travel.secondTrip"),
                values.span("travel.secondTripHours"),
                values.weightedSpans("travel.hoursOfDay"),
                values.weightedSpans("travel.durationHours"),
                values.share("travel.fromAbroad"),
                values.weighted("travel.ports", "a 12-digit division code", DivisionCode::of),
                values.weighted("travel.isolatedDays", "a whole number", Integer::valueOf));
    }
}
