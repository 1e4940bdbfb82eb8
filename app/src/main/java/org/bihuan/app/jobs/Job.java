package org.bihuan.app.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How a piece of long work stands.
 *
 * @param name its name, one job a name
 * @param state where it is in its life
 * @param cursor where it goes on, in words of its own; empty at the beginning
 * @param done how much is done
 * @param total how much there is in all, null while unknown
 * @param detail what people should know, such as why it failed
 */
public record Job(
        String name,
        State state,
        String cursor,
        long done,
        @Nullable Long total,
        String detail) {
    /** Life of a job. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /** What a step of a job comes to: the new cursor, how much is done in all, and whether nothing is left. */
    public record Step(String cursor, long done, @Nullable Long total, boolean isLast) {}
}
