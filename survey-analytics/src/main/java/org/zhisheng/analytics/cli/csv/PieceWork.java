package org.zhisheng.analytics.cli.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads that take the pieces of a file one after the other. */
final class PieceWork {
    private PieceWork() {}

    /** Runs the work on every piece; each thread has its own worker. The first failure is thrown. */
    static <W> void run(int pieces, int threads, Supplier<W> worker, CsvLoader.Piece<W> work) throws IOException {
        var next = new AtomicInteger();
        Callable<@Nullable Void> loop = () -> {
            W own = worker.get();
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.run(own, piece);
            }
            return null;
        };
        int count = Math.max(1, Math.min(threads, pieces));
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Callable<@Nullable Void>> loops = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                loops.add(loop);
            }
            for (Future<@Nullable Void> done : pool.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CsvException("reading was interrupted", e);
        } catch (ExecutionException e) {
            throw rethrow(e);
        }
    }

    private static IOException rethrow(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException io -> io;
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            case null, default -> new IOException(e);
        };
    }
}
