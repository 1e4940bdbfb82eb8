package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.app.doorstep.OfflineAction;
import org.bihuan.app.facts.Append;
import org.springframework.stereotype.Component;

/** What a checkpoint did without a network, through the same desk as with one. Thread-safe. */
@Component
class OfflineDesk {
    static final String STOP = "vehicle-stop";
    static final String LEFT = "vehicle-left";
    /** A command's id without its strokes, behind a c. */
    private static final Pattern OWN =
            Pattern.compile("c([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

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

    /** A vehicle that was seen leaving; one that the same phone registered without a network by the id of that command. */
    Append left(OfflineAction.Done done, Instant now) {
        Officer officer = OfflineForm.officer(done);
        String vehicle = vehicle(done.target(), officer);
        return OfflineForm.answer(done, "left/" + vehicle + "/stop", () -> {
            boolean sent = desk.isSeenLeaving(vehicle, officer);
            if (!sent) {
                desk.left(vehicle, OfflineForm.fields(done, Map.of()), officer, now);
            }
            return sent;
        });
    }

    private static String vehicle(String target, Officer officer) {
        Matcher own = OWN.matcher(target);
        if (own.matches()) {
            return VehicleDesk.vehicle(officer, own.replaceFirst("$1-$2-$3-$4-$5"))
                    .id();
        }
        return target.matches("[0-9a-z]{1,64}") ? target : "none";
    }
}
