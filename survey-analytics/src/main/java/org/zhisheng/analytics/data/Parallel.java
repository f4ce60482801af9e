package org.zhisheng.analytics.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Splits rows evenly over threads, the caller being one of them. */
final class Parallel {
    private Parallel() {}

    /** Work on the rows {@code from} to {@code to} (exclusive) of one thread. */
    interface Part {
        void run(int thread, int from, int to);
    }

    static void run(int rows, int threads, Part part) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            int thread = t;
            workers.add(Thread.ofPlatform()
                    .daemon()
                    .uncaughtExceptionHandler((worker, thrown) -> failure.compareAndSet(null, thrown))
                    .start(() -> part.run(thread, start(rows, threads, thread), start(rows, threads, thread + 1))));
        }
        part.run(0, 0, start(rows, threads, 1));
        workers.forEach(Parallel::await);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("counting failed in a thread", thrown);
        }
    }

    private static int start(int rows, int threads, int thread) {
        return (int) ((long) rows * thread / threads);
    }

    private static void await(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while counting", e);
        }
    }
}
