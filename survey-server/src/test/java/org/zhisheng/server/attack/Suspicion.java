package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether guesses over many runs are better than a permutation within the groups. One attack is one way of guessing from
 * one kind of clue on one pair of sources. All responses of a group are dealt to its workers anew, at random and many
 * times; the probability is the share of deals in which the luckiest of all attacks does as well as the best one really
 * did (a permutation test of the maximum, which allows for the number of attacks and for their likeness).
 *
 * <p>How well k right guesses are where λ are expected is measured by k·ln(k/λ) − (k − λ), the exponent of Chernoff's bound.
 */
final class Suspicion {
    static final int DEALS = 999;

    private final Map<String, Score> scores = new TreeMap<>();
    /** Many attacks come to the same guesses; they are dealt once. */
    private final Map<Guesses, Integer> numbers = new HashMap<>();

    private final List<Guesses> distinct = new ArrayList<>();
    private final List<int[]> groups = new ArrayList<>();
    private final Random random = new Random(4);
    private int places;
    /** As computed since something was added; not a number before. */
    private double probability = Double.NaN;

    /** Runs every attack on every pair of traces, and scores it by who the responses really are from. */
    void add(List<Trace> traces, Clue clue) {
        probability = Double.NaN;
        List<Handle> handles = new ArrayList<>(clue.handles());
        List<Target> targets = new ArrayList<>(clue.targets());
        Collections.shuffle(handles, random);
        Collections.shuffle(targets, random);
        Map<String, List<Target>> byGroup =
                targets.stream().collect(Collectors.groupingBy(Target::group, TreeMap::new, Collectors.toList()));
        Places numbered = number(byGroup);
        for (Trace known : traces) {
            List<Handle> sighted = handles.stream()
                    .filter(h -> known.seen().containsKey(h.key()) && byGroup.containsKey(h.group()))
                    .toList();
            for (Trace wanted : sighted.isEmpty() ? List.<Trace>of() : traces) {
                for (Attack attack : Attack.values()) {
                    String name = attack + " by " + clue.kind() + " of " + known.source() + " to " + wanted.source();
                    score(name, guess(attack, known, wanted, sighted, byGroup), byGroup, numbered);
                }
            }
        }
    }

    private Places number(Map<String, List<Target>> byGroup) {
        Places numbered = new Places(new HashMap<>(), new HashMap<>());
        for (List<Target> group : byGroup.values()) {
            groups.add(IntStream.range(places, places + group.size()).toArray());
            for (Target target : group) {
                numbered.byTarget().put(target, places);
                numbered.byWorker().put(target.worker(), places);
                places++;
            }
        }
        return numbered;
    }

    private static Map<Handle, Target> guess(
            Attack attack, Trace known, Trace wanted, List<Handle> handles, Map<String, List<Target>> byGroup) {
        Map<Handle, Target> guesses = new LinkedHashMap<>();
        Map<String, List<Handle>> parted = handles.stream().collect(Collectors.groupingBy(Handle::group));
        parted.forEach((group, some) -> {
            List<Target> readable = byGroup.getOrDefault(group, List.of()).stream()
                    .filter(t -> wanted.seen().containsKey(t.key()))
                    .toList();
            if (!readable.isEmpty()) {
                guesses.putAll(attack.guess(known, wanted, some, readable));
            }
        });
        return guesses;
    }

    private void score(String name, Map<Handle, Target> guesses, Map<String, List<Target>> byGroup, Places places) {
        if (guesses.isEmpty()) {
            return;
        }
        List<Map.Entry<Handle, Target>> list = List.copyOf(guesses.entrySet());
        Guesses made = new Guesses(
                list.stream()
                        .mapToInt(g -> places.ofWorker(g.getKey().worker()))
                        .toArray(),
                list.stream().mapToInt(g -> places.of(g.getValue())).toArray(),
                list.stream()
                        .mapToDouble(g -> 1.0
                                / byGroup.getOrDefault(g.getValue().group(), List.of())
                                        .size())
                        .toArray());
        int number = numbers.computeIfAbsent(made, m -> {
            distinct.add(m);
            return distinct.size() - 1;
        });
        scores.computeIfAbsent(name, n -> new Score()).add(made, number);
    }

    /** Where in all runs' responses those of this run stand. */
    private record Places(Map<Target, Integer> byTarget, Map<Integer, Integer> byWorker) {
        int of(Target target) {
            return Objects.requireNonNull(byTarget.get(target));
        }

        int ofWorker(int worker) {
            return Objects.requireNonNull(byWorker.get(worker));
        }
    }

    /** The share of random deals in which some attack does at least as well; 1 where nothing could be tried. */
    double probability() {
        if (scores.isEmpty()) {
            return 1;
        }
        if (Double.isNaN(probability)) {
            double seen = best(identity());
            int asGood = 1;
            for (int deal = 0; deal < DEALS; deal++) {
                if (best(deal()) >= seen - 1e-9) {
                    asGood++;
                }
            }
            probability = (double) asGood / (DEALS + 1);
        }
        return probability;
    }

    private int[] identity() {
        return IntStream.range(0, places).toArray();
    }

    private int[] deal() {
        int[] dealt = identity();
        for (int[] group : groups) {
            for (int i = group.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = dealt[group[i]];
                dealt[group[i]] = dealt[group[j]];
                dealt[group[j]] = kept;
            }
        }
        return dealt;
    }

    private double best(int[] dealt) {
        int[] right = distinct.stream().mapToInt(g -> g.right(dealt)).toArray();
        double most = 0;
        for (Score score : scores.values()) {
            most = Math.max(most, score.exponent(right));
        }
        return most;
    }

    /** How many attacks could be tried. */
    int attacks() {
        return scores.size();
    }

    /** The most telling attacks, a line each. */
    List<String> worst(int count) {
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> e.getValue().probability()))
                .limit(count)
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList();
    }

    /** The largest share of right guesses of any attack that guessed at least so often. */
    double bestShare(int atLeast) {
        return scores.values().stream()
                .filter(s -> s.guesses() >= atLeast)
                .mapToDouble(s -> (double) s.right() / s.guesses())
                .max()
                .orElse(0);
    }
}
