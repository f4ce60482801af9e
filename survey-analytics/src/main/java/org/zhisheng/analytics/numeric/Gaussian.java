package org.zhisheng.analytics.numeric;

import java.util.SplittableRandom;

/**
 * Seeded normal, exponential-family and uniform numbers that are the same on every machine and Java version: the generator
 * is specified, and logarithms are those of {@link StrictMath}. Not safe for several threads; give each its own stream.
 */
public final class Gaussian {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;
    private double spare;
    private boolean hasSpare;

    private Gaussian(SplittableRandom random) {
        this.random = random;
    }

    /**
     * A generator.
     *
     * @param stream streams of one seed are independent, so that work can be divided without changing its result
     */
    public static Gaussian of(long seed, long stream) {
        return new Gaussian(random(seed, stream));
    }

    static SplittableRandom random(long seed, long stream) {
        return new SplittableRandom(mix(seed + STEP * (stream + 1)));
    }

    /** Stafford's mixing function number 13, which makes neighbouring seeds unlike. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** Uniform on [0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    /** Standard normal, by Marsaglia's polar method. */
    public double next() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * random.nextDouble() - 1;
            v = 2 * random.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /**
     * Gamma with a shape above 0 and scale 1, by Marsaglia and Tsang (2000); shapes below 1 by their boost
     * U^(1/shape)·Γ(shape + 1).
     */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = next();
            double t = 1 + c * x;
            double v = t * t * t;
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
