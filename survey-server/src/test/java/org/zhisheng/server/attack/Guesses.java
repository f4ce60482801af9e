package org.zhisheng.server.attack;

import java.util.Arrays;

/**
 * What one attack guessed in one run: for each guess the place of the worker's own response and that of the guessed one,
 * numbered over all runs, and the chance that a blind guess had.
 */
final class Guesses {
    private final int[] own;
    private final int[] guessed;
    private final double[] chances;

    Guesses(int[] own, int[] guessed, double[] chances) {
        this.own = own;
        this.guessed = guessed;
        this.chances = chances;
    }

    int size() {
        return own.length;
    }

    double[] chances() {
        return chances;
    }

    double expected() {
        return Arrays.stream(chances).sum();
    }

    /** How many of the guesses are right as things are. */
    int right() {
        int right = 0;
        for (int i = 0; i < own.length; i++) {
            if (guessed[i] == own[i]) {
                right++;
            }
        }
        return right;
    }

    /** How many are right where the response in place i is given to the worker whose own was in place {@code dealt[i]}. */
    int right(int[] dealt) {
        int right = 0;
        for (int i = 0; i < own.length; i++) {
            if (dealt[guessed[i]] == own[i]) {
                right++;
            }
        }
        return right;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guesses same && Arrays.equals(own, same.own) && Arrays.equals(guessed, same.guessed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(own) + Arrays.hashCode(guessed);
    }
}
