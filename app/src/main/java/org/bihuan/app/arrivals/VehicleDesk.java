package org.bihuan.app.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a checkpoint does with a vehicle: notes that it queues, deals with it and those in it, sees it leave. All of it is
 * facts, sent in one transaction. The same form sent again changes nothing, another one under its key is refused.
 * Thread-safe.
 */
@Service
class VehicleDesk {
    private static final int MOST_PEOPLE = 99;
    private static final int MOST_MINUTES = 2_880;

    private final Recording recording;
    private final Boarding boarding;
    private final Vehicles vehicles;
    private final PlaceNames places;
    private final Labels labels;
    private final Papers papers;
    private final Twins twins;

    VehicleDesk(
            Recording recording,
            Boarding boarding,
            Vehicles vehicles,
            PlaceNames places,
            Labels labels,
            Papers papers,
            Twins twins) {
        this.recording = recording;
        this.boarding = boarding;
        this.vehicles = vehicles;
        this.places = places;
        this.labels = labels;
        this.papers = papers;
        this.twins = twins;
    }

    /** Notes that a vehicle has joined the queue. */
    SubjectId queue(Fields fields, Officer officer, Instant now) {
        String key = Entered.key(fields.of("key")).toString();
        SubjectId vehicle = vehicle(officer, key);
        NumberPlate plate = plate(fields);
        if (!recording.isSent(officer.source(), key + "/queued", fields)) {
            Map<String, Object> stop = new HashMap<>(Map.of(Words.FORM, recording.told(fields)));
            twins.require(fields, plate, vehicle, stop);
            stop.put("noticedAt", now);
            stop.put("queuedAt", now);
            stop.put(Words.PLATE, plate.text());
            RawFacts all = new RawFacts(officer.source(), key, now)
                    .add("queued", Words.STOP, List.of(vehicle), officer.region(), stop);
            recording.inOne(() -> recording.take(all, List.of(vehicle), Words.STOP, now));
        }
        return vehicle;
    }

    /**
     * Whether the form was sent before.
     *
     * @throws Refused when another one was sent under its key
     */
    boolean isChecked(Fields fields, Officer officer) {
        return recording.isSent(officer.source(), Entered.key(fields.of("key")) + "/stop", fields);
    }

    /** Whether the officer has said before that it was seen leaving. */
    boolean isSeenLeaving(String id, Officer officer) {
        return recording.isSent(officer.source(), "left/" + id + "/stop", Fields.NONE);
    }

    /** Deals with a vehicle, whether it was noted before or not, and registers those in it whose rows are filled. */
    SubjectId check(Fields fields, Officer officer, Instant now) {
        String key = Entered.key(fields.of("key")).toString();
        boolean noted = fields.has("vehicle");
        if (isChecked(fields, officer)) {
            return noted ? new SubjectId(Words.VEHICLE, fields.of("vehicle")) : vehicle(officer, key);
        }
        SubjectId vehicle = noted ? waiting(fields.of("vehicle")) : vehicle(officer, key);
        NumberPlate plate = plate(fields);
        Map<String, Object> stop = new HashMap<>(Map.of(Words.FORM, recording.told(fields)));
        twins.require(fields, plate, vehicle, stop);
        Instant at = papers.time(fields, stop, officer, now);
        int waited = fields.number("waited", labels.of(Words.STOP, "queuedAt"), MOST_MINUTES);
        stop.put("noticedAt", at);
        stop.put("checkedAt", at);
        stop.put(Words.PLATE, plate.text());
        stop.put("sticker", fields.optional("sticker", labels.of(Words.STOP, "sticker")));
        if (waited > 0) {
            stop.put("queuedAt", at.minus(Duration.ofMinutes(waited)));
        }
        try {
            recording.inOne(() -> register(fields, key, vehicle, stop, at, officer, now));
        } catch (Refused e) {
            if (!e.field().equals("key") || !isChecked(fields, officer)) {
                throw e;
            } // the very same form came in twice at one moment
        }
        return vehicle;
    }

    private void register(
            Fields fields,
            String key,
            SubjectId vehicle,
            Map<String, Object> stop,
            Instant at,
            Officer officer,
            Instant now) {
        boolean passes = fields.of(Words.CLASS).equals(Words.TRANSIT);
        String point = fields.has("point") ? fields.of("point") : "road-checkpoint";
        List<Aboard> aboard = boarding.board(fields, key, passes, officer, now);
        String kind = passes ? Words.TRANSIT : aboard.isEmpty() ? "ordinary" : "flagged";
        if (passes && aboard.isEmpty()) {
            throw new Refused(
                    "name1",
                    labels.of(Words.PERSON, "name"),
                    "",
                    new Wording("过境车辆至少登记驾驶员一人", "of a vehicle that passes through at least the driver is registered"));
        }
        int occupants = fields.number("occupants", labels.of(Words.STOP, "occupants"), MOST_PEOPLE);
        stop.put(Words.CLASS, kind);
        stop.put("occupants", Math.max(occupants, aboard.size()));
        stop.put("registered", aboard.size());
        RawFacts all = new RawFacts(officer.source(), key, now)
                .add("stop", Words.STOP, List.of(vehicle), officer.region(), stop);
        Seen seen = new Seen(officer.region(), vehicle, at, kind, point);
        List<SubjectId> touched = new ArrayList<>(List.of(vehicle));
        for (Aboard each : aboard) {
            seen.add(all, each, risk(fields, each, at, now));
            touched.add(each.subject());
        }
        recording.take(all, touched, Words.ARRIVAL, now);
    }

    private @Nullable String risk(Fields fields, Aboard person, Instant at, Instant now) {
        DivisionCode origin = person.origin();
        return fields.has("risk")
                ? fields.of("risk")
                : origin == null ? null : places.risk(origin, at, now).orElse(null);
    }

    /** Sees a vehicle leave that passes through; it is closed by that. */
    void left(String id, Fields fields, Officer officer, Instant now) {
        SubjectId vehicle = new SubjectId(Words.VEHICLE, id);
        Wording label = labels.of(Words.STOP, Words.LEFT_AT);
        Instant typed = papers.typed(fields, label);
        Instant seen = vehicles.anywhere(vehicle).map(VehicleStop::leftAt).orElse(null);
        if (seen != null) {
            if (typed == null || typed.equals(seen)) {
                return; // sent twice
            }
            throw new Refused(
                    "at",
                    label,
                    papers.local(typed),
                    new Wording(
                            "已登记驶离（" + papers.local(seen) + "），以先登记的为准",
                            "was seen leaving at " + papers.local(seen) + ": that stays"));
        }
        VehicleStop stop = vehicles.anywhere(vehicle)
                .filter(VehicleStop::isPassing)
                .orElseThrow(() -> new Refused(
                        "vehicle",
                        label,
                        id,
                        new Wording("没有这辆过境车；请重新查找", "is no vehicle that passes through: search again")));
        Instant at = typed == null ? now : typed;
        if (at.isBefore(stop.noticedAt())) {
            throw new Refused(
                    "at", label, at.toString(), new Wording("早于驶入时间；请核对", "lies before it came in: check the time"));
        }
        RawFacts all = new RawFacts(officer.source(), "left/" + id, now)
                .add("stop", Words.STOP, List.of(vehicle), stop.division(), Map.of("noticedAt", at, Words.LEFT_AT, at));
        List<SubjectId> touched = new ArrayList<>(List.of(vehicle));
        for (SubjectId person : vehicles.people(vehicle, Words.TRANSIT)) {
            all.add(
                    "person/" + person.id(),
                    Words.TRANSIT,
                    List.of(person, vehicle),
                    stop.division(),
                    Map.of(Words.LEFT_AT, at));
            touched.add(person);
        }
        recording.inOne(() -> recording.take(all, touched, Words.STOP, now));
    }

    /** The vehicle that an officer noted by a form. */
    static SubjectId vehicle(Officer officer, String key) {
        return new SubjectId(
                Words.VEHICLE,
                "s" + HashId.of("stop", officer.source(), key).toString().replace("-", ""));
    }

    /** A vehicle of the asker's region that was noted in the queue. */
    private SubjectId waiting(String id) {
        return vehicles.find(new SubjectId(Words.VEHICLE, id))
                .filter(stop -> stop.checkedAt() == null)
                .map(VehicleStop::subject)
                .orElseThrow(() -> new Refused(
                        "vehicle",
                        labels.of(Words.STOP, "queuedAt"),
                        id,
                        new Wording(
                                "队列中没有这辆车，或已由他人办理；请重新选择",
                                "is no vehicle of this queue, or was dealt with by somebody else: choose again")));
    }

    private NumberPlate plate(Fields fields) {
        return NumberPlate.parse(fields.of(Words.PLATE))
                .orElseThrow(
                        () -> new Refused(
                                Words.PLATE,
                                labels.of(Words.STOP, Words.PLATE),
                                fields.of(Words.PLATE),
                                new Wording(
                                        "必须是车牌号，如辽A12345；没有车牌的写临时牌号",
                                        "must be a number plate such as 辽A12345; for a vehicle without one its temporary number")));
    }
}
