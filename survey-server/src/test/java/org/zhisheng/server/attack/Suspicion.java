package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many guesses of each attack were right over many runs, and how likely that many are by chance: within a group of n
 * readable responses a blind guess is right with probability 1/n.
 *
 * <p>One attack is one way of guessing on one pair of sources. As there are many, the smallest of their probabilities is
 * multiplied by their number (Bonferroni), which never makes an attack look weaker than it is by more than that.
 */
final class Suspicion {
    private final Map<String, Score> scores = new TreeMap<>();

    /** Runs every attack on every pair of traces, and scores it by who the responses really are from. */
    void add(List<Trace> traces, List<Handle> handles, List<Target> targets) {
        Map<String, List<Target>> byGroup = targets.stream().collect(Collectors.groupingBy(Target::group));
        for (Trace known : traces) {
            List<Handle> sighted = handles.stream()
                    .filter(h -> known.seen().containsKey(h.key()) && byGroup.containsKey(h.group()))
                    .toList();
            if (sighted.isEmpty()) {
                continue;
            }
            for (Trace wanted : traces) {
                for (Attack attack : Attack.values()) {
                    String name = attack + " of " + known.source() + " to " + wanted.source();
                    score(name, attack, known, wanted, sighted, byGroup);
                }
            }
        }
    }

    private void score(
            String name,
            Attack attack,
            Trace known,
            Trace wanted,
            List<Handle> handles,
            Map<String, List<Target>> byGroup) {
        Map<String, List<Handle>> parted = handles.stream().collect(Collectors.groupingBy(Handle::group));
        parted.forEach((group, some) -> {
            List<Target> all = byGroup.getOrDefault(group, List.of());
            List<Target> readable =
                    all.stream().filter(t -> wanted.seen().containsKey(t.key())).toList();
            if (readable.isEmpty()) {
                return;
            }
            Score score = scores.computeIfAbsent(name, n -> new Score());
            attack.guess(known, wanted, some, readable)
                    .forEach((handle, target) -> score.add(handle.worker() == target.worker(), 1.0 / all.size()));
        });
    }

    /** The family-wise probability of the most telling attack under blind guessing; 1 where nothing could be tried. */
    double probability() {
        return Math.min(
                1,
                scores.size()
                        * scores.values().stream()
                                .mapToDouble(Score::probability)
                                .min()
                                .orElse(1));
    }

    /** How many attacks could be tried. */
    int attacks() {
        return scores.size();
    }

    /** The most telling attacks, a line each. */
    List<String> worst(int count) {
        return scores.entrySet().stream()
                .sorted((a, b) ->
                        Double.compare(a.getValue().probability(), b.getValue().probability()))
                .limit(count)
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList();
    }

    /** The largest share of right guesses of any attack that guessed at least so often. */
    double bestShare(int atLeast) {
        return scores.values().stream()
                .filter(s -> s.guesses() >= atLeast)
                .mapToDouble(s -> (double) s.right / s.guesses())
                .max()
                .orElse(0);
    }

    /** Right guesses beside the chances that each had. */
    private static final class Score {
        private final List<Double> chances = new ArrayList<>();
        private int right;

        void add(boolean isRight, double chance) {
            right += isRight ? 1 : 0;
            chances.add(chance);
        }

        int guesses() {
            return chances.size();
        }

        /** P(at least so many right) for independent guesses with these chances: the Poisson binomial's upper tail. */
        double probability() {
            int least = right;
            double[] exactly = new double[least + 1];
            exactly[0] = 1;
            // The last entry gathers "least or more".
            for (double p : chances) {
                if (least > 0) {
                    exactly[least] += exactly[least - 1] * p;
                    for (int k = least - 1; k > 0; k--) {
                        exactly[k] = exactly[k] * (1 - p) + exactly[k - 1] * p;
                    }
                    exactly[0] *= 1 - p;
                }
            }
            return exactly[least];
        }

        @Override
        public String toString() {
            double expected = chances.stream().mapToDouble(Double::doubleValue).sum();
            return "%d right of %d, %.1f by chance, p = %.2g".formatted(right, guesses(), expected, probability());
        }
    }
}
