package org.zhisheng.analytics.numeric;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Probabilities and quantiles of the reference distributions, to about 13 digits.
 *
 * <p>Commons Math supplies the incomplete beta and gamma functions; its quantiles stop at an absolute 1e-9, which is
 * too coarse to agree with other programs, so they are solved here.
 */
public final class Distributions {
    private static final double EPSILON = 1e-14;
    private static final double LARGE_DF = 400;

    private Distributions() {}

    /** Standard normal distribution function. */
    public static double normalCdf(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** Standard normal quantile, {@code 0 < p < 1}. */
    public static double normalQuantile(double p) {
        double z = p < 0.5 ? -tailStart(p) : tailStart(1 - p);
        for (int i = 0; i < 4; i++) {
            double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            double miss = p < 0.5 ? normalCdf(z) - p : (1 - p) - normalCdf(-z);
            double step = miss / density;
            z -= step / (1 + 0.5 * z * step);
        }
        return z;
    }

    /** A start good to three digits: Abramowitz and Stegun 26.2.23. */
    private static double tailStart(double tail) {
        if (tail >= 0.5) {
            return 0;
        }
        double t = Math.sqrt(-2 * Math.log(tail));
        double numerator = 2.515517 + t * (0.802853 + t * 0.010328);
        return t - numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }

    /** Student's t upper tail, {@code P(T > t)}; infinite degrees of freedom give the normal. */
    public static double tUpperTail(double t, double df) {
        if (Double.isInfinite(df)) {
            return normalCdf(-t);
        }
        double half = 0.5 * Beta.regularizedBeta(df / (df + t * t), 0.5 * df, 0.5);
        return t >= 0 ? half : 1 - half;
    }

    /** Two-sided p value of a t statistic; NaN where degrees of freedom are not positive. */
    public static double tTwoSided(double t, double df) {
        return df > 0 ? 2 * tUpperTail(Math.abs(t), df) : Double.NaN;
    }

    /** Student's t quantile; NaN unless {@code df > 0}; infinite degrees of freedom give the normal. */
    public static double tQuantile(double p, double df) {
        if (!(df > 0)) {
            return Double.NaN;
        }
        if (p < 0.5) {
            return -tQuantile(1 - p, df);
        }
        double z = normalQuantile(p);
        if (Double.isInfinite(df)) {
            return z;
        }
        return df > LARGE_DF ? cornishFisher(z, df) : solveT(1 - p, df);
    }

    /** Abramowitz and Stegun 26.7.5 with five terms; its error at 400 degrees of freedom is below 1e-13. */
    private static double cornishFisher(double z, double df) {
        double s = z * z;
        double g1 = z * (s + 1) / 4;
        double g2 = z * ((5 * s + 16) * s + 3) / 96;
        double g3 = z * (((3 * s + 19) * s + 17) * s - 15) / 384;
        double g4 = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
        double g5 = z * (((((27 * s + 339) * s + 930) * s - 1782) * s - 765) * s + 17955) / 368640;
        return z + (g1 + (g2 + (g3 + (g4 + g5 / df) / df) / df) / df) / df;
    }

    /** The t whose upper tail is given: bracketed on the beta scale, where the tail is one incomplete beta integral. */
    private static double solveT(double tail, double df) {
        if (tail >= 0.5) {
            return 0;
        }
        double x = betaQuantile(2 * tail, 0.5 * df, 0.5);
        return Math.sqrt(df * complementOfBetaQuantile(2 * tail, 0.5 * df) / x);
    }

    /** One minus the beta(a, 1/2) quantile, found directly so that nothing cancels when the quantile is near 1. */
    private static double complementOfBetaQuantile(double p, double a) {
        return solveBeta(1 - p, 0.5, a);
    }

    /** Quantile of the beta distribution with positive shapes. */
    public static double betaQuantile(double p, double a, double b) {
        if (!(a > 0 && b > 0) || Double.isNaN(p)) {
            return Double.NaN;
        }
        return p <= 0 ? 0 : p >= 1 ? 1 : solveBeta(p, a, b);
    }

    /** Bisection guarded Newton steps on the distribution function. */
    private static double solveBeta(double p, double a, double b) {
        double logBeta = Beta.logBeta(a, b);
        double low = 0;
        double high = 1;
        double x = a / (a + b);
        for (int i = 0; i < 200 && high - low > EPSILON * low; i++) {
            double miss = Beta.regularizedBeta(x, a, b) - p;
            if (miss > 0) {
                high = x;
            } else {
                low = x;
            }
            double density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
            double next = x - miss / density;
            if (Math.abs(next - x) <= EPSILON * x) {
                return x;
            }
            x = next > low && next < high ? next : 0.5 * (low + high);
        }
        return x;
    }

    /** Upper tail of the F distribution with possibly fractional degrees of freedom. */
    public static double fUpperTail(double f, double numerator, double denominator) {
        if (!(f > 0)) {
            return Double.isNaN(f) ? Double.NaN : 1;
        }
        if (Double.isInfinite(denominator)) {
            return chiSquareUpperTail(f * numerator, numerator);
        }
        double scaled = numerator * f;
        return Beta.regularizedBeta(denominator / (denominator + scaled), 0.5 * denominator, 0.5 * numerator);
    }

    /** Upper tail of the chi-square distribution. */
    public static double chiSquareUpperTail(double x, double df) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(0.5 * df, 0.5 * x);
    }
}
