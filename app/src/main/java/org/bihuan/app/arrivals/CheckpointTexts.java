package org.bihuan.app.arrivals;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.doorstep.DoorstepTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a checkpoint's page: those that every page without a network has, the desk's, and its own. Thread-safe. */
@Component
class CheckpointTexts {
    private static final String OWN =
            "title short choose choose.take refresh too-old wiped-packet packet-of register register.do"
                    + " registered vehicles others details choose.place plate.rule number.rule transit.rule document.rule none-open passes"
                    + " queues";

    private static final String DESK =
            "find nobody declared occupants waited sticker class stays transit risk risk.list person"
                    + " doubt more point twin take left";
    private static final String FIELDS = "plate name document phone origin destination";

    private final DoorstepTexts doorstep;
    private final MessageSource messages;

    CheckpointTexts(DoorstepTexts doorstep, MessageSource messages) {
        this.doorstep = doorstep;
        this.messages = messages;
    }

    /** Every word by its key. */
    Map<String, String> all(Locale locale) {
        Map<String, String> all = new HashMap<>(doorstep.all(locale));
        for (String key : OWN.split(" ")) {
            all.put(key, messages.getMessage("checkpoint." + key, null, locale));
        }
        for (String key : DESK.split(" ")) {
            all.put(key, messages.getMessage("arrivals.desk." + key, null, locale));
        }
        for (String key : FIELDS.split(" ")) {
            all.put("field." + key, messages.getMessage("arrivals.field." + key, null, locale));
        }
        return all;
    }
}
