package org.bihuan.app.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        Map<UUID, Valid> open = new HashMap<>();
        notices.forEach(notice -> open.put(notice.ground().measure(), notice));
        List<Step> steps = new ArrayList<>();
        for (Ground ground : inForce) {
            Valid notice = open.remove(ground.measure());
            if (notice == null) {
                steps.add(new Step(NoticeKind.NOTICE, ground, null));
            } else if (!notice.ground().tellsTheSame(ground)) {
                steps.add(new Step(NoticeKind.NOTICE, ground, notice.id()));
            }
        }
        for (Valid notice : notices) {
            if (open.containsKey(notice.ground().measure())) {
                Instant until = notice.ground().until();
                boolean ended = until != null && !now.isBefore(until);
                steps.add(new Step(ended ? NoticeKind.RELEASE : NoticeKind.WITHDRAWAL, notice.ground(), notice.id()));
            }
        }
        return steps;
    }

    /** What becomes of the notice that a document comes after. */
    static NoticeState after(NoticeKind kind) {
        return switch (kind) {
            case NOTICE -> NoticeState.REPLACED;
            case RELEASE -> NoticeState.ENDED;
            case WITHDRAWAL -> NoticeState.WITHDRAWN;
        };
    }
}
