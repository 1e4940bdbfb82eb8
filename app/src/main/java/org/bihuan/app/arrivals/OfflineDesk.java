package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.doorstep.OfflineAction;
import org.bihuan.app.facts.Append;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Component;

/** What a checkpoint did without a network, through the same desk as with one. Thread-safe. */
@Component
class OfflineDesk {
    static final String STOP = "vehicle-stop";
    static final String LEFT = "vehicle-left";

    private final VehicleDesk desk;

    OfflineDesk(VehicleDesk desk) {
        this.desk = desk;
    }

    /** A vehicle that was dealt with, and those in it. */
    Append stop(OfflineAction.Done done, Instant now) {
        Officer officer = officer(done);
        Fields fields = fields(done, Map.of("key", done.id().toString(), "offline", "yes"));
        return answer(done, done.id() + "/stop", () -> {
            boolean sent = desk.isChecked(fields, officer);
            desk.check(fields, officer, now);
            return sent;
        });
    }

    /** A vehicle that was seen leaving. */
    Append left(OfflineAction.Done done, Instant now) {
        Officer officer = officer(done);
        String vehicle = done.target().matches("[0-9a-z]{1,64}") ? done.target() : "none";
        return answer(done, "left/" + vehicle + "/stop", () -> {
            boolean sent = desk.isSeenLeaving(vehicle, officer);
            if (!sent) {
                desk.left(vehicle, fields(done, Map.of()), officer, now);
            }
            return sent;
        });
    }

    private static Officer officer(OfflineAction.Done done) {
        return new Officer(done.source(), Asking.asker().orElseThrow());
    }

    /** What was filled in, with the moment: that which the phone said tells one form from another. */
    private static Fields fields(OfflineAction.Done done, Map<String, String> own) {
        Map<String, String> typed = new HashMap<>();
        done.fields().forEach((name, value) -> typed.put(name, String.valueOf(value)));
        typed.putAll(own);
        typed.put(Fields.SAID, done.said().toString());
        typed.put("at", done.at().toString());
        return new Fields(typed);
    }

    private static Append answer(OfflineAction.Done done, String key, BooleanSupplier work) {
        FactId fact = FactId.of(done.source(), key);
        try {
            return work.getAsBoolean() ? new Append.Repeated(key, fact) : new Append.Recorded(key, fact);
        } catch (Refused e) {
            return e.field().equals("key")
                    ? new Append.Conflict(key, fact)
                    : new Append.Refused(
                            key,
                            List.of(FieldError.of(
                                    e.field(),
                                    e.value(),
                                    "desk.refused",
                                    e.rule().zh(),
                                    e.rule().en())));
        }
    }
}
