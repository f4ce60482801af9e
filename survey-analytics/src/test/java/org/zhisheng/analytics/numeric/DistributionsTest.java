package org.zhisheng.analytics.numeric;

import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.golden.Golden;

final class DistributionsTest {
    private static final Golden GOLDEN = Golden.read("estimation.tsv");

    @Test
    void tQuantilesAgree() {
        double[] levels = {.6, .9, .975, .995, .99999};
        double[] df = {1, 2, 3.7, 10, 100, 399, 401, 1000, 1e5, 1e7};
        double[] actual = new double[50];
        for (int i = 0; i < 50; i++) {
            actual[i] = Distributions.tQuantile(levels[i % 5], df[i / 5]);
        }
        double[] expected = GOLDEN.get("qt");
        for (int i = 0; i < 50; i++) {
            Golden.close(expected[i], actual[i], 1e-12, "qt " + levels[i % 5] + " " + df[i / 5]);
        }
    }

    @Test
    void normalQuantilesAgree() {
        double[] levels = {1e-10, .001, .025, .3, .5, .8, .975, .999999};
        double[] expected = GOLDEN.get("qnorm");
        for (int i = 0; i < levels.length; i++) {
            double z = Distributions.normalQuantile(levels[i]);
            org.junit.jupiter.api.Assertions.assertEquals(expected[i], z, 1e-13, "qnorm " + levels[i]);
        }
    }

    @Test
    void betaQuantilesAgree() {
        GOLDEN.check(
                "qbeta",
                Distributions.betaQuantile(.025, .5, 10),
                Distributions.betaQuantile(.975, 3, 4),
                Distributions.betaQuantile(.025, 1234.5, 77.25),
                Distributions.betaQuantile(.975, 1e6, 3e6),
                Distributions.betaQuantile(.01, .1, 2));
    }

    @Test
    void tailsAgree() {
        GOLDEN.check(
                "pf",
                Distributions.fUpperTail(2.5, 3.2, 50.7),
                Distributions.fUpperTail(40, 5, 1e4),
                Distributions.fUpperTail(.3, 2, 9));
        GOLDEN.check(
                "pchisq",
                Distributions.chiSquareUpperTail(.1, 1),
                Distributions.chiSquareUpperTail(3.84, 1),
                Distributions.chiSquareUpperTail(50, 6),
                Distributions.chiSquareUpperTail(300, 12));
        GOLDEN.check(
                "pt",
                Distributions.tTwoSided(.1, 3),
                Distributions.tTwoSided(2, 20.5),
                Distributions.tTwoSided(7, 500),
                Distributions.tTwoSided(30, 12000));
    }
}
