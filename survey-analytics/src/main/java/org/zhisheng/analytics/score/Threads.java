package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the same work in several threads, the caller being one of them. */
final class Threads {
    private Threads() {}

    /** Runs {@code work} for 0 to {@code threads} − 1 and waits for all. What one throws is thrown here. */
    static void run(int threads, IntConsumer work) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            int number = t;
            workers.add(Thread.ofPlatform()
                    .daemon()
                    .uncaughtExceptionHandler((worker, thrown) -> failure.compareAndSet(null, thrown))
                    .start(() -> work.accept(number)));
        }
        try {
            work.accept(0);
        } finally {
            workers.forEach(Threads::await);
        }
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException refused) {
            throw refused;
        }
        if (thrown != null) {
            throw new IllegalStateException("a thread failed", thrown);
        }
    }

    private static void await(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scoring", e);
        }
    }
}
