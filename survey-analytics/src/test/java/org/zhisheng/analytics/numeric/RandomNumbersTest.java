package org.zhisheng.analytics.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Seeded numbers have the distribution that they claim, and are the same every time. */
final class RandomNumbersTest {
    private static final int MANY = 1_000_000;

    private static float[] table(long stream) {
        float[] drawn = new float[MANY];
        NormalTable.fill(7, stream, drawn);
        return drawn;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum / a.length;
    }

    @Test
    void theTableIsStandardNormal() {
        float[] drawn = table(0);
        float[] ones = new float[MANY];
        Arrays.fill(ones, 1);
        // standard errors are 0.001 for the mean and 0.0014 for the variance
        assertEquals(0, product(drawn, ones), 0.005);
        assertEquals(1, product(drawn, drawn), 0.007);
        for (double p : new double[] {0.001, 0.05, 0.5, 0.9, 0.999}) {
            double z = Distributions.normalQuantile(p);
            long below = 0;
            for (float x : drawn) {
                below += x < z ? 1 : 0;
            }
            assertEquals(p, (double) below / MANY, 5 * Math.sqrt(p * (1 - p) / MANY), "share below " + z);
        }
    }

    @Test
    void streamsAreUnlikeAndRepeatable() {
        assertArrayEquals(table(3), table(3));
        assertEquals(0, product(table(3), table(4)), 0.005);
        Gaussian one = Gaussian.of(1, 0);
        Gaussian again = Gaussian.of(1, 0);
        for (int i = 0; i < 100; i++) {
            assertEquals(one.next(), again.next());
        }
    }

    @Test
    void gammaHasItsMeanAndVariance() {
        Gaussian gaussian = Gaussian.of(5, 0);
        for (double shape : new double[] {0.3, 1, 7.5}) {
            double sum = 0;
            double squares = 0;
            int n = 200_000;
            for (int i = 0; i < n; i++) {
                double x = gaussian.gamma(shape);
                sum += x;
                squares += x * x;
            }
            double mean = sum / n;
            assertEquals(shape, mean, 5 * Math.sqrt(shape / n));
            assertEquals(shape, squares / n - mean * mean, 0.03 * shape + 0.01);
        }
    }

    @Test
    void rootsGiveTheCovarianceBackAlsoWhereItIsSingular() {
        double[][] covariance = {{4, 2, 6}, {2, 1, 3}, {6, 3, 10}};
        double[][] root = CovarianceRoot.of(covariance);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += root[i][k] * root[j][k];
                }
                assertEquals(covariance[i][j], sum, 1e-9);
            }
        }
        double[][] impossible = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThrows(IllegalArgumentException.class, () -> CovarianceRoot.of(impossible));
    }
}
