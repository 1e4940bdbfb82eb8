package org.bihuan.app.orders.web;

import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;

/** What codes of measures and kinds of duties are called, by the words of an order. */
final class MeasureWords {
    private MeasureWords() {}

    /** A measure's name and length; the code itself where no order knows it. */
    static String of(String code, @Nullable Pack pack, boolean chinese) {
        int slash = code.lastIndexOf('/');
        String kind = code.substring(0, slash);
        String days = code.substring(slash + 1);
        var known = pack == null ? null : pack.vocabulary().measures().get(kind);
        String name = known == null
                ? kind
                : chinese ? known.wording().zh() : known.wording().en();
        if (days.equals("?")) {
            return name + (chinese ? "（期限未定）" : " (no end yet)");
        }
        return name + " " + days + (chinese ? " 天" : days.equals("1") ? " day" : " days");
    }

    /** A duty's name. */
    static String duty(String kind, @Nullable Pack pack, boolean chinese) {
        var known = pack == null ? null : pack.vocabulary().duties().get(kind);
        return known == null ? kind : chinese ? known.zh() : known.en();
    }
}
