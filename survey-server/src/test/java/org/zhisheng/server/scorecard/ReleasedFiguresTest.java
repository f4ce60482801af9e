package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.analytics.disclosure.ReleaseText;
import org.zhisheng.analytics.score.Figures;

/** What of a release reaches the score engine: its numbers, its bounds, and its covariances as they are printed. */
final class ReleasedFiguresTest {
    private static final String SURVEY = "post-evaluation";

    /** A unit of 48 workers with 29 answers; two of O1's respondents are dissatisfied, so its lower rate is a bound. */
    private static final String RELEASE = """
            zhisheng-release|2
            kind|FIRST
            minimum_group|10
            detail|TWO_WAY
            block|01
            dimension|group|headcount|respondents|shown|item|category|statistic|limit|value|standard_error|lower|upper|level|interval_method|df|n|method|conventions
            ||48|29|yes
            ||48|29|yes|POST-O1||satisfied|exact|0.75|0.0529|0.63|0.84|0.95|logit|28.0|29|m|
            ||48|29|yes|POST-O1||dissatisfied|at-most|0.0690|NaN|||||NaN|29|m|
            ||48|29|yes|POST-O1||index|exact|80.5|2.1|76.2|84.8|0.95|wald|28.0|29|m|
            ||48|29|yes|POST-O2||satisfied|withheld|NaN|NaN|||||NaN|-1||
            ||48|29|yes|PRE-T1|T01|share|place|1.0|NaN|||||NaN|29|m|
            ||48|29|yes|PRE-W1|YES|share|exact|0.4|0.07|0.3|0.5|0.95|wilson|NaN|29|m|
            covariance|POST-O1 satisfied|POST-O1 satisfied|0.00279925
            covariance|POST-O1 satisfied|POST-O1 index|0.0911204
            covariance|POST-O1 index|POST-O1 index|4.40896
            """.replace('|', '\t');

    @Test
    void covariancesAreTheReleasedOnesAndWhatHasNoneIsIndependent() {
        Figures figures = figures(RELEASE);
        int satisfied = position(figures, "POST-O1", "satisfied", "");
        int index = position(figures, "POST-O1", "index", "");
        int option = position(figures, "PRE-W1", "share", "YES");
        assertEquals(0.0911204, figures.covariance(satisfied, index));
        assertEquals(0.0911204, figures.covariance(index, satisfied));
        assertEquals(0.00279925, figures.covariance(satisfied, satisfied), "released, not the square of 0.0529");
        assertEquals(0, figures.covariance(index, option));
        assertEquals(0.07 * 0.07, figures.covariance(option, option));
    }

    @Test
    void aBoundCountsAsItsNumberAndHasNoError() {
        Figures figures = figures(RELEASE);
        int bound = position(figures, "POST-O1", "dissatisfied", "");
        assertEquals(0.069, figures.value(bound));
        assertEquals(0, figures.covariance(bound, bound));
    }

    @Test
    void whatIsWithheldAndWhatIsAPlaceInAnOrderAreNoNumbers() {
        assertEquals(
                List.of("POST-O1 satisfied", "POST-O1 dissatisfied", "POST-O1 index", "PRE-W1 share YES"),
                figures(RELEASE).keys().stream()
                        .map(k -> k.toString().substring(SURVEY.length() + 1))
                        .toList());
    }

    @Test
    void aCovarianceOfWhatIsNotThereIsRefused() {
        String odd = RELEASE + "covariance\tPOST-O1 index\tPOST-O2 satisfied\t0.1\n";
        assertThrows(IllegalStateException.class, () -> figures(odd));
    }

    private static Figures figures(String text) {
        Figures figures = new Figures();
        ReleasedFigures.add(figures, SURVEY, release(text));
        return figures;
    }

    private static int position(Figures figures, String item, String statistic, String category) {
        return figures.keys().indexOf(new Figures.Key(SURVEY, item, statistic, category));
    }

    private static Release release(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ReleaseText.read(text, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
