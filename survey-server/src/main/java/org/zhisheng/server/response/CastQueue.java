package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Manifest;

/**
 * Lets casts that arrive together share a transaction. While one thread commits a batch of a survey, others queue up; the
 * next one takes all that wait. So a lone cast never waits for company, and under load a commit serves many. Each caller
 * returns only after the commit of its own cast. Nothing is lost with the queue: what is in it was not acknowledged.
 */
@Singleton
final class CastQueue {
    /** Casts of a transaction at most: some hundred kilobytes, whose locks are held for milliseconds. */
    static final int MOST = 64;

    private final Collector collector;
    private final Map<Id, Line> lines = new ConcurrentHashMap<>();

    CastQueue(Collector collector) {
        this.collector = collector;
    }

    /** Counts a cast, perhaps together with others, and tells what became of it. */
    Outcome take(Manifest manifest, Cast cast) {
        Line line = lines.computeIfAbsent(manifest.survey(), survey -> new Line());
        Waiting mine = new Waiting(cast);
        line.waiting.add(mine);
        line.turn.lock();
        try {
            while (!mine.isDone()) {
                commit(manifest, line.next());
            }
        } finally {
            line.turn.unlock();
        }
        return mine.outcome();
    }

    private void commit(Manifest manifest, List<Waiting> batch) {
        try {
            List<Outcome> outcomes =
                    collector.collect(manifest, batch.stream().map(w -> w.cast).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome = outcomes.get(i);
            }
        } catch (RuntimeException e) {
            batch.forEach(w -> w.failure = e);
        }
    }

    /** The casts of one survey that wait; who holds the turn commits. */
    private static final class Line {
        private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock turn = new ReentrantLock();

        List<Waiting> next() {
            List<Waiting> batch = new ArrayList<>();
            for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
                batch.add(one);
                if (batch.size() == MOST) {
                    break;
                }
            }
            return batch;
        }
    }

    /** A cast and, once its batch was tried, what became of it; guarded by the line's turn. */
    private static final class Waiting {
        private final Cast cast;
        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        Waiting(Cast cast) {
            this.cast = cast;
        }

        boolean isDone() {
            return outcome != null || failure != null;
        }

        /** Read by the caller alone, after its turn. */
        Outcome outcome() {
            if (outcome == null) {
                throw failure == null ? new IllegalStateException("a cast was never tried") : failure;
            }
            return outcome;
        }
    }
}
