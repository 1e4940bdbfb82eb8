package org.bihuan.app.briefing.domain;

import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One thing behind a figure. No names: who a duty is about is seen where the duty is, by who may.
 *
 * @param ref what it is, so that two lists can be compared
 * @param place where, null while unknown
 * @param title what it is in words
 * @param address its page, empty for none
 * @param amount what it adds to the figure; 1 where things are counted
 */
public record Item(String ref, @Nullable DivisionCode place, Wording title, String address, long amount) {
    /** One counted thing. */
    public static Item one(String ref, @Nullable DivisionCode place, Wording title, String address) {
        return new Item(ref, place, title, address, 1);
    }
}
