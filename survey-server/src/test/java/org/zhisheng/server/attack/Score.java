package org.zhisheng.server.attack;

import java.util.ArrayList;
import java.util.List;

/** The guesses of one attack over all runs. */
final class Score {
    private final List<Guesses> runs = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private double expected;
    private int guesses;
    private int right;

    /** Adds a run's guesses, which have this number among all that were made. */
    void add(Guesses made, int number) {
        runs.add(made);
        numbers.add(number);
        expected += made.expected();
        guesses += made.size();
        right += made.right();
    }

    int guesses() {
        return guesses;
    }

    int right() {
        return right;
    }

    /** How far beyond what is expected the right guesses of a deal are, which are given by number; 0 where they are not. */
    double exponent(int[] rightInDeal) {
        int k = 0;
        for (int number : numbers) {
            k += rightInDeal[number];
        }
        return k > expected ? k * Math.log(k / expected) - (k - expected) : 0;
    }

    /** P(at least so many right) for independent guesses with these chances: the Poisson binomial's upper tail. */
    double probability() {
        double[] exactly = new double[right + 1];
        exactly[0] = 1;
        for (Guesses run : runs) {
            for (double p : run.chances()) {
                add(exactly, p);
            }
        }
        return exactly[right];
    }

    /** The last entry gathers "so many or more". */
    private static void add(double[] exactly, double p) {
        int most = exactly.length - 1;
        if (most > 0) {
            exactly[most] += exactly[most - 1] * p;
            for (int k = most - 1; k > 0; k--) {
                exactly[k] = exactly[k] * (1 - p) + exactly[k - 1] * p;
            }
            exactly[0] *= 1 - p;
        }
    }

    @Override
    public String toString() {
        return "%d right of %d, %.1f by chance, p = %.2g".formatted(right, guesses, expected, probability());
    }
}
