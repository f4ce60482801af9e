package org.zhisheng.server.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scale on which attacks are weighed: it moves for a leak and stays for a shuffle. */
final class SuspicionTest {
    private static final int WORKERS = 60;

    private static Key key(int kind, int worker) {
        return new Key(ByteBuffer.allocate(16).putLong(kind).putLong(worker).array());
    }

    private static Suspicion run(boolean shuffled, int runs) {
        Random random = new Random(7);
        Suspicion suspicion = new Suspicion();
        for (int run = 0; run < runs; run++) {
            List<Handle> handles = new ArrayList<>();
            List<Target> targets = new ArrayList<>();
            List<Long> order = new ArrayList<>();
            for (int w = 0; w < WORKERS; w++) {
                handles.add(new Handle(w, "g" + w % 3, key(1, w)));
                targets.add(new Target(w, "g" + w % 3, key(2, w)));
                order.add((long) w);
            }
            Collections.shuffle(order, random);
            Map<Key, long[]> known = new HashMap<>();
            Map<Key, long[]> wanted = new HashMap<>();
            List<Long> other = new ArrayList<>(order);
            if (shuffled) {
                Collections.shuffle(other, random);
            }
            for (int w = 0; w < WORKERS; w++) {
                known.put(key(1, w), new long[] {order.get(w)});
                wanted.put(key(2, w), new long[] {other.get(w)});
            }
            suspicion.add(
                    List.of(new Trace("a", known), new Trace("b", wanted)), new Clue("tickets", handles, targets));
        }
        return suspicion;
    }

    @Test
    void seesAnOrderThatWasKept() {
        assertEquals(1.0 / (Suspicion.DEALS + 1), run(false, 1).probability());
        assertEquals(1.0, run(false, 1).bestShare(10));
    }

    @Test
    void takesAShuffleForWhatItIs() {
        Suspicion suspicion = run(true, 50);
        assertEquals(Attack.values().length, suspicion.attacks());
        assertTrue(suspicion.probability() > 0.01, () -> suspicion.worst(3).toString());
    }

    /** One response in five is given away, over ten runs: far too few for one run to show. */
    @Test
    void seesAFaintLeakInManyRuns() {
        assertTrue(faint(10).probability() < 0.01);
    }

    private static Suspicion faint(int runs) {
        Random random = new Random(11);
        Suspicion suspicion = new Suspicion();
        for (int run = 0; run < runs; run++) {
            List<Handle> handles = new ArrayList<>();
            List<Target> targets = new ArrayList<>();
            Map<Key, long[]> known = new HashMap<>();
            Map<Key, long[]> wanted = new HashMap<>();
            for (int w = 0; w < WORKERS; w++) {
                handles.add(new Handle(w, "g" + w % 3, key(1, w)));
                targets.add(new Target(w, "g" + w % 3, key(2, w)));
                long place = random.nextLong(1L << 40);
                known.put(key(1, w), new long[] {place});
                wanted.put(key(2, w), new long[] {random.nextInt(5) == 0 ? place : random.nextLong(1L << 40)});
            }
            suspicion.add(
                    List.of(new Trace("a", known), new Trace("b", wanted)), new Clue("tickets", handles, targets));
        }
        return suspicion;
    }

    /**
     * Two guesses of a coin, both right: a quarter by chance. But by order both are wrong, and whoever deals the other way
     * makes them right: with so many ways to be lucky it is a half.
     */
    @Test
    void countsTheAttacksThatWereTried() {
        Suspicion suspicion = new Suspicion();
        List<Handle> handles = List.of(new Handle(0, "a", key(1, 0)), new Handle(2, "b", key(1, 2)));
        List<Target> targets = List.of(
                new Target(0, "a", key(2, 0)),
                new Target(1, "a", key(2, 1)),
                new Target(2, "b", key(2, 2)),
                new Target(3, "b", key(2, 3)));
        Trace known = new Trace("k", Map.of(key(1, 0), new long[] {1}, key(1, 2), new long[] {3}));
        Trace wanted = new Trace(
                "w",
                Map.of(
                        key(2, 0), new long[] {1},
                        key(2, 1), new long[] {9},
                        key(2, 2), new long[] {3},
                        key(2, 3), new long[] {9}));
        suspicion.add(List.of(known, wanted), new Clue("tickets", handles, targets));
        assertEquals(Attack.values().length, suspicion.attacks());
        assertEquals(0.5, suspicion.probability(), 0.08);
    }
}
