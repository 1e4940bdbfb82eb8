package org.bihuan.app.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be issued so that one valid notice stands for each measure in force, and none for any other. Pure. */
final class NoticePlan {
    private NoticePlan() {}

    /**
     * A document to be issued.
     *
     * @param before the notice that it comes after and that no longer holds then, null for the first of a measure
     */
    record Step(NoticeKind kind, Ground ground, @Nullable UUID before) {}

    /** A notice that holds. */
    record Valid(UUID id, Ground ground) {}

    static List<Step> of(List<Ground> inForce, List<Valid> notices, Instant now) {
        Map<UUID, Valid> open = new LinkedHashMap<>();
        notices.forEach(notice -> open.put(notice.ground().measure(), notice));
        List<Step> steps = new ArrayList<>();
        List<Ground> untold = new ArrayList<>();
        for (Ground ground : inForce) {
            Valid notice = open.remove(ground.measure());
            if (notice == null) {
                untold.add(ground);
            } else if (!notice.ground().tellsTheSame(ground)) {
                steps.add(new Step(NoticeKind.NOTICE, ground, notice.id()));
            }
        }
        for (Ground ground : untold) {
            steps.add(new Step(NoticeKind.NOTICE, ground, takeOther(ground, open, now)));
        }
        for (Valid notice : notices) {
            if (open.containsKey(notice.ground().measure())) {
                steps.add(new Step(
                        hasEnded(notice, now) ? NoticeKind.RELEASE : NoticeKind.WITHDRAWAL,
                        notice.ground(),
                        notice.id()));
            }
        }
        return steps;
    }

    /**
     * A notice of the same kind of measure whose own measure is gone though its end has not come: episodes were merged or
     * parted, and the measure now hangs on another. Null when there is none.
     */
    private static @Nullable UUID takeOther(Ground ground, Map<UUID, Valid> open, Instant now) {
        for (Valid notice : List.copyOf(open.values())) {
            if (notice.ground().kind().equals(ground.kind()) && !hasEnded(notice, now)) {
                open.remove(notice.ground().measure());
                return notice.id();
            }
        }
        return null;
    }

    private static boolean hasEnded(Valid notice, Instant now) {
        Instant until = notice.ground().until();
        return until != null && !now.isBefore(until);
    }

    /** What becomes of the notice that a document comes after. */
    static NoticeState after(NoticeKind kind) {
        return switch (kind) {
            case NOTICE -> NoticeState.REPLACED;
            case RELEASE -> NoticeState.ENDED;
            case WITHDRAWAL -> NoticeState.WITHDRAWN;
            case REPLY, SUSPENSION -> throw new IllegalArgumentException("a letter takes no notice's place");
        };
    }
}
