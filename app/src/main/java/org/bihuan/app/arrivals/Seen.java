package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of somebody who is seen at a checkpoint: the arrival lies with the destination, what was seen with the
 * checkpoint.
 *
 * @param region the checkpoint's
 * @param vehicle in which they came
 * @param at when
 * @param kind class of the vehicle
 * @param point kind of landing point
 */
record Seen(DivisionCode region, SubjectId vehicle, Instant at, String kind, String point) {

    /** The facts of one person. */
    void add(RawFacts all, Aboard person, @Nullable String risk) {
        String row = Integer.toString(person.row());
        List<SubjectId> both = List.of(person.subject(), vehicle);
        all.add(row + "/inspection", Words.INSPECTION, both, region, Map.of("inspectedAt", at, Words.CLASS, kind));
        if (kind.equals(Words.TRANSIT)) {
            all.add(row + "/transit", Words.TRANSIT, both, region, Map.of(Words.ENTERED_AT, at));
            return;
        }
        DivisionCode to = person.destination();
        Map<String, Object> arrival = new HashMap<>();
        arrival.put(Words.ARRIVED_AT, at);
        arrival.put(Words.REGISTERED_AT, at);
        put(arrival, Words.ORIGIN, person.origin());
        put(arrival, Words.ORIGIN_RISK, risk);
        put(arrival, Words.DESTINATION, to);
        put(arrival, Words.DECLARED_AT, person.declaredAt());
        Fact declared = person.declaration();
        if (declared != null) {
            put(arrival, "port", declared.text("port"));
            put(arrival, "isolatedElsewhereDays", declared.fields().get("isolatedElsewhereDays"));
        }
        all.add(row + "/arrival", Words.ARRIVAL, List.of(person.subject()), to, arrival);
        Map<String, Object> landing = new HashMap<>();
        landing.put(Words.ARRIVED_AT, at);
        landing.put("point", point);
        put(landing, Words.DESTINATION, to);
        all.add(row + "/landing", Words.LANDING, both, region, landing);
        if (declared != null && declared.fields().get(Words.ENTERED_AT) instanceof FieldValue.Moment entered) {
            Map<String, Object> entry = new HashMap<>();
            entry.put(Words.ARRIVED_AT, at);
            entry.put(Words.ENTERED_AT, entered.value());
            put(entry, Words.DESTINATION, to);
            all.add(row + "/entry", Words.ENTRY, List.of(person.subject()), to, entry);
        }
        if (person.isDoubted()) {
            all.add(
                    row + "/check",
                    Words.LANDING_CHECK,
                    List.of(person.subject()),
                    to,
                    Map.of("checkedAt", at, "result", "differs"));
        }
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
