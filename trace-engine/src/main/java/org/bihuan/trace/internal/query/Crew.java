package org.bihuan.trace.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The threads one large question is shared among: the caller's and some of the common pool's. Each has a workspace of its
 * own; parts of the work are handed out a few at a time, so that a slow part holds nobody up. Used by one question only.
 */
public final class Crew {
    /** Below so many parts the handing out costs more than it gains. */
    private static final int FEW_PARTS = 24;

    private static final int PARTS_AT_ONCE = 4;

    private final List<Workspace> workspaces;

    /** One thread for each of the workspaces, of which there is at least one. */
    public Crew(List<Workspace> workspaces) {
        this.workspaces = workspaces;
    }

    /** The caller's own workspace. */
    Workspace first() {
        return workspaces.getFirst();
    }

    /** The workspaces a question of so many parts is worth, the caller's first. */
    List<Workspace> forParts(int parts) {
        return parts < FEW_PARTS ? workspaces.subList(0, 1) : workspaces;
    }

    /** Does one thing for each part, numbered from 0. */
    @FunctionalInterface
    interface Part {
        void work(int part);
    }

    /**
     * Has the members share the parts and returns when all is done; each member works on one thread at a time. Rethrows what
     * the first of them to fail threw.
     */
    static void share(List<? extends Part> members, int parts) {
        Parts rest = new Parts(parts);
        List<ForkJoinTask<?>> tasks = new ArrayList<>();
        for (Part member : members.subList(1, members.size())) {
            tasks.add(ForkJoinPool.commonPool().submit(() -> rest.work(member)));
        }
        rest.work(members.getFirst());
        tasks.forEach(ForkJoinTask::quietlyJoin);
        rest.rethrow();
    }

    /** What is still to be done. */
    private static final class Parts {
        private final int count;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Parts(int count) {
            this.count = count;
        }

        void work(Part member) {
            try {
                int start = next.getAndAdd(PARTS_AT_ONCE);
                while (start < count && failure.get() == null) {
                    for (int part = start; part < Math.min(start + PARTS_AT_ONCE, count); part++) {
                        member.work(part);
                    }
                    start = next.getAndAdd(PARTS_AT_ONCE);
                }
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
            }
        }

        void rethrow() {
            switch (failure.get()) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> {
                    // nobody failed
                }
            }
        }
    }
}
