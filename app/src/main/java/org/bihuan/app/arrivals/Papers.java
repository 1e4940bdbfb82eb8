package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When something was done that may be typed in later. Thread-safe. */
@Component
class Papers {
    private final Vehicles vehicles;
    private final Labels labels;
    private final ZoneId zone;

    Papers(Vehicles vehicles, Labels labels, @Value("${bihuan.zone}") ZoneId zone) {
        this.vehicles = vehicles;
        this.labels = labels;
        this.zone = zone;
    }

    /** The time typed, null when none was. */
    @Nullable Instant typed(Fields fields, Wording label) {
        return fields.moment("at", label, zone);
    }

    /** A moment as people at the checkpoint write it. */
    String local(Instant at) {
        return at.atZone(zone).toLocalDateTime().toString();
    }

    /** When it was done: now, or what a paper form says. */
    Instant time(Fields fields, Map<String, Object> stop, Officer officer, Instant now) {
        Wording label = labels.of(Words.STOP, "checkedAt");
        String paper = fields.optional("paper", labels.of(Words.STOP, "paper"));
        boolean later = !paper.isEmpty() || fields.has("offline");
        Instant typed = typed(fields, label);
        if (later && typed == null) {
            throw new Refused(
                    "at",
                    label,
                    "",
                    new Wording("补录纸质表或断网办理的，须填写当时的真实时间", "what was done on paper or offline needs its true time"));
        }
        if (!paper.isEmpty()) {
            vehicles.ofPaper(officer.region(), paper).ifPresent(before -> {
                throw new Refused(
                        "paper",
                        labels.of(Words.STOP, "paper"),
                        paper,
                        new Wording(
                                "这个编号已补录过（" + local(before.noticedAt()) + "）；请核对编号",
                                "was typed before (" + local(before.noticedAt()) + "): check the serial"));
            });
            stop.put("paper", paper);
        }
        if (later) {
            stop.put("offline", "yes");
        }
        return typed == null ? now : typed;
    }
}
