package org.bihuan.app.arrivals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.VehicleStop;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Two vehicles can carry one plate; that it is another one has to be said. Thread-safe. */
@Component
class Twins {
    private final Vehicles vehicles;
    private final Labels labels;
    private final ZoneId zone;

    Twins(Vehicles vehicles, Labels labels, @Value("${bihuan.zone}") ZoneId zone) {
        this.vehicles = vehicles;
        this.labels = labels;
        this.zone = zone;
    }

    /** @throws Refused when another one with the plate waits or passes through and nobody says that this is another */
    void require(Fields fields, NumberPlate plate, SubjectId own, Map<String, Object> stop) {
        List<VehicleStop> others = vehicles.openWith(plate).stream()
                .filter(each -> !each.subject().equals(own))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        if (!fields.has("twin")) {
            LocalDateTime since = others.getFirst().noticedAt().atZone(zone).toLocalDateTime();
            throw new Refused(
                    "twin",
                    labels.of(Words.STOP, Words.PLATE),
                    plate.text(),
                    new Wording(
                            "另有一辆同牌车正在排队或过境（" + since + "）。是同一辆车的，请在列表中办理或登记驶离；确为另一辆的，请勾选“同牌的另一辆车”",
                            "another vehicle with this plate waits or passes through (since " + since
                                    + "): if it is the"
                                    + " same, deal with it in the list; if not, tick \"another vehicle with this plate\""));
        }
        stop.put("twin", "yes");
    }
}
