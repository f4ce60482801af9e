package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A way to guess whose response is whose, from one trace of what is known of workers and one trace of responses. */
enum Attack {
    /** The same number, or one that differs least: the same transaction, neighbours in a file or a log. */
    NEAREST {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            Map<Handle, Target> guesses = new HashMap<>();
            for (Handle handle : handles) {
                targets.stream()
                        .min(Comparator.comparingLong(t -> distance(seen(known, handle.key()), seen(wanted, t.key()))))
                        .ifPresent(t -> guesses.put(handle, t));
            }
            return guesses;
        }
    },
    /** The same place in the order of the first sighting: who came early answered early. */
    ORDER {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            List<Handle> early = new ArrayList<>(handles);
            early.sort(Comparator.comparingLong(h -> seen(known, h.key())[0]));
            List<Target> first = new ArrayList<>(targets);
            first.sort(Comparator.comparingLong(t -> seen(wanted, t.key())[0]));
            return inOrder(early, first);
        }
    },
    /** The same place in the order of the last sighting: what was moved keeps its order. */
    LAST_ORDER {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            List<Handle> early = new ArrayList<>(handles);
            early.sort(Comparator.comparingLong(h -> last(seen(known, h.key()))));
            List<Target> first = new ArrayList<>(targets);
            first.sort(Comparator.comparingLong(t -> last(seen(wanted, t.key()))));
            return inOrder(early, first);
        }
    };

    /** Guesses for the handles of one group, all of which and all targets of which the traces hold. */
    abstract Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets);

    /** Where only some workers are known, their places are stretched over the responses. */
    private static Map<Handle, Target> inOrder(List<Handle> handles, List<Target> targets) {
        Map<Handle, Target> guesses = new HashMap<>();
        for (int i = 0; i < handles.size(); i++) {
            guesses.put(handles.get(i), targets.get((2 * i + 1) * targets.size() / (2 * handles.size())));
        }
        return guesses;
    }

    private static long distance(long[] a, long[] b) {
        long least = Long.MAX_VALUE;
        for (long x : a) {
            for (long y : b) {
                least = Math.min(least, Math.abs(x - y));
            }
        }
        return least;
    }

    private static long[] seen(Trace trace, Key key) {
        return Objects.requireNonNull(trace.seen().get(key));
    }

    private static long last(long[] numbers) {
        return numbers[numbers.length - 1];
    }
}
