package org.zhisheng.analytics.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes other tables of one item that give the same releases of all members and the same sums, and so proves in whole people
 * how far an answer is open.
 *
 * <p>People of one pool, which lie in the same known groups of their member (all who release nothing are one pool), can
 * exchange answers without changing a release. Two answers of one three-way class can be exchanged anywhere in a pool.
 * Others must leave each place of the sum as it was: what one pool moves from a place to another, further pools move back, if
 * need be by way of other places.
 */
final class RollUpExchange {
    private final RollUpCells cells;
    private final int[][] table;
    private final int[] place;
    private final int[] classes;
    private final RollUpPools apart;
    private final RollUpPools together;
    private final int places;
    private final Map<Integer, int[]> carriers = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /**
     * @param cells the cells of all members
     * @param item the item whose answers are exchanged
     */
    RollUpExchange(RollUpCells cells, int item) {
        this.table = cells.table(item);
        this.place = cells.place();
        this.places = cells.places();
        this.classes = cells.classes(item);
        this.cells = cells;
        this.apart = cells.apart();
        this.together = cells.together();
    }

    /**
     * How far the number of people of a group with an answer can move, up and down together.
     *
     * @param enough stop once so much is reached
     */
    int width(BitSet group, BitSet answer, int enough) {
        int up = climb(group, answer, true, enough);
        return up >= enough ? up : up + climb(group, answer, false, enough - up);
    }

    private int climb(BitSet group, BitSet answer, boolean up, int enough) {
        int reached = 0;
        while (reached < enough && step(group, answer, up)) {
            reached++;
        }
        undoTo(0);
        return reached;
    }

    /** Lets one more person of the group give the answer, or one fewer. */
    private boolean step(BitSet group, BitSet answer, boolean up) {
        for (int cell = group.nextSetBit(0); cell >= 0; cell = group.nextSetBit(cell + 1)) {
            for (int lost = 0; lost < classes.length; lost++) {
                for (int won = 0; won < classes.length && table[cell][lost] > 0; won++) {
                    if (answer.get(won) == up
                            && answer.get(lost) != up
                            && (classes[won] == classes[lost]
                                    ? within(cell, group, won, lost)
                                    : between(cell, group, won, lost) || crosswise(cell, group, won, lost))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean within(int cell, BitSet group, int won, int lost) {
        for (List<Integer> others : together.around(cell)) {
            int giver = find(others, won, group);
            if (giver >= 0) {
                exchange(cell, giver, won, lost);
                return true;
            }
        }
        return false;
    }

    /** A cell that somebody with an answer is in, outside a group; -1 for none. */
    private int find(List<Integer> cells, int answer, BitSet outside) {
        for (int cell : cells) {
            if (table[cell][answer] > 0 && !outside.get(cell)) {
                return cell;
            }
        }
        return -1;
    }

    /** {@code to} is given an answer for another by {@code from}. */
    private void exchange(int to, int from, int won, int lost) {
        move(to, from, won, lost, 1);
        undo.push(() -> move(to, from, won, lost, -1));
    }

    private void move(int to, int from, int won, int lost, int people) {
        table[to][won] += people;
        table[to][lost] -= people;
        table[from][won] -= people;
        table[from][lost] += people;
    }

    private boolean between(int cell, BitSet group, int won, int lost) {
        List<List<Integer>> pool = apart.around(cell);
        for (int i = 0; i < places; i++) {
            // The cell's own place first: nothing has to be moved back then.
            int from = (place[cell] + i) % places;
            int giver = find(pool.get(from), won, group);
            if (giver < 0) {
                continue;
            }
            int before = undo.size();
            exchange(cell, giver, won, lost);
            if (moveBack(place[cell], from, group, classes[won], classes[lost])) {
                return true;
            }
            undoTo(before);
        }
        return false;
    }

    /**
     * Lets somebody of the same member but in other known groups give the answer, and two others of the member, who differ
     * by the same groups, exchange the other way round.
     */
    private boolean crosswise(int cell, BitSet group, int won, int lost) {
        int before = undo.size();
        for (int giver : cells.ofMember(cell)) {
            if (apart.number(giver) == apart.number(cell) || group.get(giver) || table[giver][won] == 0) {
                continue;
            }
            exchange(cell, giver, won, lost);
            if (undoneCrosswise(cell, giver, group, won, lost)) {
                return true;
            }
            undoTo(before);
        }
        return false;
    }

    private boolean undoneCrosswise(int cell, int giver, BitSet group, int won, int lost) {
        int before = undo.size();
        for (int gives : cells.ofMember(cell)) {
            for (int takes : cells.ofMember(cell)) {
                if (group.get(gives) || group.get(takes) || !cells.differAlike(cell, giver, gives, takes)) {
                    continue;
                }
                boolean exactly = cells.differWholly(cell, giver);
                for (int a = 0; a < classes.length; a++) {
                    for (int b = 0; b < classes.length && table[gives][a] > 0; b++) {
                        boolean fits = exactly
                                ? a == won && b == lost
                                : classes[a] == classes[won] && classes[b] == classes[lost];
                        if (!fits || table[takes][b] == 0) {
                            continue;
                        }
                        exchange(takes, gives, a, b);
                        if (moveBack(place[cell], place[giver], group, classes[won], classes[lost])
                                && moveBack(place[takes], place[gives], group, classes[won], classes[lost])) {
                            return true;
                        }
                        undoTo(before);
                        exchange(takes, gives, a, b);
                        if (moveBack(place[cell], place[gives], group, classes[won], classes[lost])
                                && moveBack(place[takes], place[giver], group, classes[won], classes[lost])) {
                            return true;
                        }
                        undoTo(before);
                    }
                }
            }
        }
        return false;
    }

    private void undoTo(int exchanges) {
        while (undo.size() > exchanges) {
            undo.pop().run();
        }
    }

    /** Moves an answer of one class from a place to another, for one of another class, by the fewest places between. */
    private boolean moveBack(int from, int to, BitSet group, int given, int taken) {
        int[] by = new int[places];
        Arrays.fill(by, -1);
        by[from] = from;
        Deque<Integer> reached = new ArrayDeque<>(List.of(from));
        while (!reached.isEmpty() && by[to] < 0) {
            int at = reached.remove();
            for (int next = 0; next < places; next++) {
                if (by[next] < 0 && carrier(at, next, group, given, taken) != null) {
                    by[next] = at;
                    reached.add(next);
                }
            }
        }
        if (by[to] < 0) {
            return false;
        }
        for (int at = to; at != from; at = by[at]) {
            // Two legs of one way may need the same person; then this way is none.
            Carrier carrier = carrier(by[at], at, group, given, taken);
            if (carrier == null) {
                return false;
            }
            exchange(carrier.to(), carrier.from(), carrier.given(), carrier.taken());
        }
        return true;
    }

    /** Two cells of one pool, in two places, of which one gives an answer for another of the other's. */
    private record Carrier(int from, int to, int given, int taken) {}

    private @Nullable Carrier carrier(int from, int to, BitSet outside, int given, int taken) {
        for (int pool : carriers(from, to, given, taken)) {
            long giver = person(apart.cells(pool, from), given, outside);
            long taker = person(apart.cells(pool, to), taken, outside);
            if (giver >= 0 && taker >= 0) {
                return new Carrier(
                        (int) (giver / classes.length),
                        (int) (taker / classes.length),
                        (int) (giver % classes.length),
                        (int) (taker % classes.length));
            }
        }
        return null;
    }

    /** Pools that could do so in the true table. */
    private int[] carriers(int from, int to, int given, int taken) {
        int key = ((from * places + to) * classes.length + given) * classes.length + taken;
        return carriers.computeIfAbsent(key, k -> {
            BitSet nobody = new BitSet();
            return IntStream.range(0, apart.size())
                    .filter(p -> person(apart.cells(p, from), given, nobody) >= 0)
                    .filter(p -> person(apart.cells(p, to), taken, nobody) >= 0)
                    .toArray();
        });
    }

    /** Somebody with an answer of one class: their cell times the number of answers, plus the answer; -1 for none. */
    private long person(List<Integer> cells, int of, BitSet outside) {
        for (int cell : cells) {
            for (int answer = 0; answer < classes.length && !outside.get(cell); answer++) {
                if (classes[answer] == of && table[cell][answer] > 0) {
                    return (long) cell * classes.length + answer;
                }
            }
        }
        return -1;
    }
}
