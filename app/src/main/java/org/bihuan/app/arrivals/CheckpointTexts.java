package org.bihuan.app.arrivals;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.doorstep.DoorstepTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a checkpoint's page: those that every page without a network has, the desk's, and its own. Thread-safe. */
@Component
class CheckpointTexts {
    private static final List<String> OWN = List.of(
            "title",
            "short",
            "choose",
            "choose.take",
            "refresh",
            "too-old",
            "wiped-packet",
            "packet-of",
            "register",
            "register.do",
            "registered",
            "vehicles",
            "others",
            "details",
            "choose.place",
            "plate.rule",
            "number.rule",
            "transit.rule",
            "document.rule",
            "none-open",
            "passes",
            "queues");

    /** Words of the desk, by what the page calls them. */
    private static final Map<String, String> DESK = Map.ofEntries(
            Map.entry("find", "arrivals.desk.find"),
            Map.entry("nobody", "arrivals.desk.nobody"),
            Map.entry("declared", "arrivals.desk.declared"),
            Map.entry("occupants", "arrivals.desk.occupants"),
            Map.entry("waited", "arrivals.desk.waited"),
            Map.entry("sticker", "arrivals.desk.sticker"),
            Map.entry("class", "arrivals.desk.class"),
            Map.entry("stays", "arrivals.desk.stays"),
            Map.entry("transit", "arrivals.desk.transit"),
            Map.entry("risk", "arrivals.desk.risk"),
            Map.entry("risk.list", "arrivals.desk.risk.list"),
            Map.entry("person", "arrivals.desk.person"),
            Map.entry("doubt", "arrivals.desk.doubt"),
            Map.entry("more", "arrivals.desk.more"),
            Map.entry("point", "arrivals.desk.point"),
            Map.entry("twin", "arrivals.desk.twin"),
            Map.entry("take", "arrivals.desk.take"),
            Map.entry("left", "arrivals.desk.left"),
            Map.entry("field.plate", "arrivals.field.plate"),
            Map.entry("field.name", "arrivals.field.name"),
            Map.entry("field.document", "arrivals.field.document"),
            Map.entry("field.phone", "arrivals.field.phone"),
            Map.entry("field.origin", "arrivals.field.origin"),
            Map.entry("field.destination", "arrivals.field.destination"));

    private final DoorstepTexts doorstep;
    private final MessageSource messages;

    CheckpointTexts(DoorstepTexts doorstep, MessageSource messages) {
        this.doorstep = doorstep;
        this.messages = messages;
    }

    /** Every word by its key. */
    Map<String, String> all(Locale locale) {
        Map<String, String> all = new HashMap<>(doorstep.all(locale));
        OWN.forEach(key -> all.put(key, messages.getMessage("checkpoint." + key, null, locale)));
        DESK.forEach((key, of) -> all.put(key, messages.getMessage(of, null, locale)));
        return all;
    }
}
