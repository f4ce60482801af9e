package org.zhisheng.analytics.score;

/**
 * Weighted means f⁻¹(Σ w f(x) / Σ w). All are homogeneous of degree one, so that the total is the sum of x·∂total/∂x.
 */
public enum Mean {
    /** f(x) = x. */
    ARITHMETIC {
        @Override
        double transform(double x) {
            return x;
        }

        @Override
        double back(double y) {
            return y;
        }

        @Override
        double slope(double x) {
            return 1;
        }
    },
    /** f(x) = ln x; refuses values that are not above 0. */
    GEOMETRIC {
        @Override
        double transform(double x) {
            return Math.log(x);
        }

        @Override
        double back(double y) {
            return Math.exp(y);
        }

        @Override
        double slope(double x) {
            return 1 / x;
        }
    },
    /** f(x) = 1/x; refuses values that are not above 0. */
    HARMONIC {
        @Override
        double transform(double x) {
            return 1 / x;
        }

        @Override
        double back(double y) {
            return 1 / y;
        }

        @Override
        double slope(double x) {
            return -1 / (x * x);
        }
    };

    abstract double transform(double x);

    abstract double back(double y);

    abstract double slope(double x);

    boolean needsPositive() {
        return this != ARITHMETIC;
    }
}
