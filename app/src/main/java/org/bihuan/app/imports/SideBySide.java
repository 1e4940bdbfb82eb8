package org.bihuan.app.imports;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bihuan.app.authority.Asking;

/**
 * Runs parts of one step two at a time: while the database writes one, the program makes the next ready. They are
 * the machine's own work, as the job is that they belong to.
 */
final class SideBySide {
    private static final int THREADS = 2;

    private SideBySide() {}

    /** Runs all of them to the end; throws what the first of them that failed has thrown. */
    static void run(List<Runnable> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<CompletableFuture<Void>> running = work.stream()
                    .map(each -> CompletableFuture.runAsync(() -> Asking.asMachine(each), pool))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
