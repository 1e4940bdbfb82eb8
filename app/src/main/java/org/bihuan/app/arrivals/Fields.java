package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What was typed into a form of arrivals, by the fields' names. */
record Fields(Map<String, String> typed) {
    static final Fields NONE = new Fields(Map.of());
    private static final int LONGEST = 200;

    Fields {
        typed = Map.copyOf(typed);
    }

    String of(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    boolean has(String name) {
        return !of(name).isEmpty();
    }

    /** A text that must be there. */
    String text(String name, Wording label) {
        return Entered.text(name, label, of(name), LONGEST);
    }

    /** A text that may be empty. */
    String optional(String name, Wording label) {
        return Entered.optional(name, label, of(name), LONGEST);
    }

    /** A moment of the installation's zone, null when it is empty. */
    @Nullable Instant moment(String name, Wording label, ZoneId zone) {
        return has(name) ? Entered.moment(name, label, of(name), zone) : null;
    }

    Instant requiredMoment(String name, Wording label, ZoneId zone) {
        return Entered.moment(name, label, of(name), zone);
    }

    /** A number of people or minutes, 0 to most; 0 when it is empty. */
    int number(String name, Wording label, int most) {
        if (!has(name)) {
            return 0;
        }
        if (of(name).matches("[0-9]{1,4}") && Integer.parseInt(of(name)) <= most) {
            return Integer.parseInt(of(name));
        }
        throw new Refused(
                name, label, of(name), new Wording("必须是0至" + most + "的整数", "must be a whole number from 0 to " + most));
    }
}
