package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bihuan.app.authority.Asking;
import org.bihuan.policy.fact.SubjectId;

/** Does a step's work in parts side by side, each part in transactions of its own. */
final class Halves {
    private static final int PART = 1_000;
    /** More than there are processors on a small machine: some wait for the database while others count. */
    private static final int SIDE_BY_SIDE = 4;

    private Halves() {}

    /** Does all parts; when one fails the others still end, and the first failure is thrown. */
    static void each(List<SubjectId> subjects, Consumer<List<SubjectId>> work) {
        List<List<SubjectId>> parts = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i += PART) {
            parts.add(subjects.subList(i, Math.min(subjects.size(), i + PART)));
        }
        if (parts.size() < 2) {
            parts.forEach(part -> Asking.asMachine(() -> work.accept(part)));
            return;
        }
        RuntimeException failure = null;
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> running = new ArrayList<>();
            parts.forEach(part -> running.add(threads.submit(() -> Asking.asMachine(() -> work.accept(part)))));
            for (Future<?> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    failure = failure == null ? new IllegalStateException(e.getCause()) : failure;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failure = failure == null ? new IllegalStateException(e) : failure;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
