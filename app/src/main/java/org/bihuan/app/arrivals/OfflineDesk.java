package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Map;
import org.bihuan.app.doorstep.OfflineAction;
import org.bihuan.app.facts.Append;
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
        Officer officer = OfflineForm.officer(done);
        Fields fields = OfflineForm.fields(done, Map.of("key", done.id().toString(), "offline", "yes"));
        return OfflineForm.answer(done, done.id() + "/stop", () -> {
            boolean sent = desk.isChecked(fields, officer);
            desk.check(fields, officer, now);
            return sent;
        });
    }

    /** A vehicle that was seen leaving. */
    Append left(OfflineAction.Done done, Instant now) {
        Officer officer = OfflineForm.officer(done);
        String vehicle = done.target().matches("[0-9a-z]{1,64}") ? done.target() : "none";
        return OfflineForm.answer(done, "left/" + vehicle + "/stop", () -> {
            boolean sent = desk.isSeenLeaving(vehicle, officer);
            if (!sent) {
                desk.left(vehicle, OfflineForm.fields(done, Map.of()), officer, now);
            }
            return sent;
        });
    }
}
