package org.bihuan.app.arrivals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What was typed into a form of arrivals, by the fields' names. */
record Fields(Map<String, String> typed) {
    /** The moment that a phone said for what was done without a network. */
    static final String SAID = "said";

    static final Fields NONE = new Fields(Map.of());
    private static final int LONGEST = 200;
    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "find");

    Fields {
        typed = Map.copyOf(typed);
    }

    /**
     * Each field that holds something, and what, in the order of the names; not what belongs to the page alone,
     * nor a moment that is the server's where a phone said another.
     */
    String[] content() {
        return typed.keySet().stream()
                .filter(name -> has(name) && !OF_THE_PAGE.contains(name) && !(name.equals("at") && has(SAID)))
                .sorted()
                .flatMap(name -> Stream.of(name, of(name)))
                .toArray(String[]::new);
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
