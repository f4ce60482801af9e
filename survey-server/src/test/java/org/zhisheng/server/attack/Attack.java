package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * A way to guess whose response is whose, from one trace of what is known of workers and one trace of responses. Handles
 * and targets must come in an order that says nothing, since ties are broken by it.
 */
enum Attack {
    /** The same number, or one that differs least: the same transaction, neighbours in a file or a log. */
    NEAREST {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            return closest(known, wanted, handles, targets, Attack::distance);
        }
    },
    /** The first number after: who came just before it was written. */
    NEXT {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            return closest(known, wanted, handles, targets, Attack::ahead);
        }
    },
    /** The same place in the order of the first sighting: who came early answered early. */
    ORDER {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            return inOrder(
                    sorted(handles, h -> seen(known, h.key())[0]), sorted(targets, t -> seen(wanted, t.key())[0]));
        }
    },
    /** The same place in the order of the last sighting: what was moved keeps its order. */
    LAST_ORDER {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            return inOrder(
                    sorted(handles, h -> last(seen(known, h.key()))),
                    sorted(targets, t -> last(seen(wanted, t.key()))));
        }
    },
    /** The opposite place: space that was freed last is filled first. */
    REVERSED {
        @Override
        Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets) {
            List<Target> late = sorted(targets, t -> last(seen(wanted, t.key())));
            Collections.reverse(late);
            return inOrder(sorted(handles, h -> last(seen(known, h.key()))), late);
        }
    };

    /** Guesses for the handles of one group, all of which and all targets of which the traces hold. */
    abstract Map<Handle, Target> guess(Trace known, Trace wanted, List<Handle> handles, List<Target> targets);

    private static <T> List<T> sorted(List<T> some, ToLongFunction<T> number) {
        List<T> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparingLong(number));
        return sorted;
    }

    /** Where only some workers are known, their places are stretched over the responses. */
    private static Map<Handle, Target> inOrder(List<Handle> handles, List<Target> targets) {
        Map<Handle, Target> guesses = new HashMap<>();
        for (int i = 0; i < handles.size(); i++) {
            guesses.put(handles.get(i), targets.get((2 * i + 1) * targets.size() / (2 * handles.size())));
        }
        return guesses;
    }

    private interface Measure {
        long between(long[] known, long[] wanted);
    }

    private static Map<Handle, Target> closest(
            Trace known, Trace wanted, List<Handle> handles, List<Target> targets, Measure measure) {
        Map<Handle, Target> guesses = new HashMap<>();
        for (Handle handle : handles) {
            long[] from = seen(known, handle.key());
            targets.stream()
                    .min(Comparator.comparingLong(t -> measure.between(from, seen(wanted, t.key()))))
                    .ifPresent(t -> guesses.put(handle, t));
        }
        return guesses;
    }

    private static long distance(long[] known, long[] wanted) {
        long least = Long.MAX_VALUE;
        for (long x : known) {
            for (long y : wanted) {
                least = Math.min(least, Math.abs(x - y));
            }
        }
        return least;
    }

    /** How far after the first known sighting the next wanted one is. */
    private static long ahead(long[] known, long[] wanted) {
        long least = Long.MAX_VALUE;
        for (long y : wanted) {
            if (y >= known[0]) {
                least = Math.min(least, y - known[0]);
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
