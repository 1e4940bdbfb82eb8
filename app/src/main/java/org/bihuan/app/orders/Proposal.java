package org.bihuan.app.orders;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order on its way from wish to deed.
 *
 * @param kind a version to be put into force, people judged before to be judged by what is in force, or by an edition of
 *     the risk lists
 * @param pack the order, {@link #RISK_LISTS} for lists
 * @param hash the version
 * @param settings the set of values; of lists the edition
 * @param beforeHash the version before, null when the order is new
 * @param beforeSettings its set of values; of lists the edition carried through before
 * @param reason why
 * @param by who proposed it
 * @param takesEffectAt not before this moment
 * @param state where it stands
 * @param preview number of the preview, 1 for the first
 * @param previewHash what an approval names: changes with all that went into the preview; null until there is one
 * @param previewedAt moment that the preview shows
 * @param factsMark facts recorded up to it went into the preview
 * @param rulesMark versions and values in force that went into it
 * @param people how many were looked at
 * @param changed for how many something changes
 * @param further how many of them are restricted further
 * @param startedAt when it began to be carried through
 * @param endedAt when it was done, withdrawn or failed
 * @param note what people should know, such as why it failed
 */
public record Proposal(
        UUID id,
        Kind kind,
        String pack,
        String hash,
        String settings,
        @Nullable String beforeHash,
        @Nullable String beforeSettings,
        String reason,
        String by,
        Instant proposedAt,
        Instant takesEffectAt,
        State state,
        int preview,
        @Nullable String previewHash,
        @Nullable Instant previewedAt,
        long factsMark,
        @Nullable String rulesMark,
        long people,
        long changed,
        long further,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String note) {
    /** Stands for the order where risk lists change. */
    public static final String RISK_LISTS = "risk-lists";

    /** What it changes. */
    public enum Kind {
        ACTIVATION,
        REJUDGEMENT,
        LISTS
    }

    /** The edition of the risk lists that it carries through, 0 when it is about an order. */
    public long edition() {
        return kind == Kind.LISTS ? Long.parseLong(settings) : 0;
    }

    /** The edition before, 0 when there was none or it is about an order. */
    public long editionBefore() {
        String before = beforeSettings;
        return kind == Kind.LISTS && before != null ? Long.parseLong(before) : 0;
    }

    /** Where it stands. */
    public enum State {
        PREVIEWING,
        PREVIEWED,
        APPROVED,
        SWEEPING,
        STOPPED,
        DONE,
        WITHDRAWN,
        FAILED;

        /** As in the database and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many have to approve it: two where anyone is restricted further. */
    public int approvalsNeeded() {
        return further > 0 ? 2 : 1;
    }

    /** Whether machine or people are still to do something about it. */
    public boolean isOpen() {
        return switch (state) {
            case PREVIEWING, PREVIEWED, APPROVED, SWEEPING, STOPPED -> true;
            case DONE, WITHDRAWN, FAILED -> false;
        };
    }

    String previewJob() {
        return "orders/preview/" + id + "/" + preview;
    }

    String sweepJob() {
        return "orders/sweep/" + id;
    }
}
