package org.zhisheng.server.scorecard;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.server.kernel.Id;

/**
 * A scorecard computed: what went in, and what came out. As JSON it is what sign-off stores and fingerprints, so that
 * whoever has the text has everything; a number that does not exist is null.
 *
 * @param format version of this layout
 * @param covered workers covered by the contract, from the survey that decides on coverage; null without one
 * @param surveys the releases that figures were taken from
 * @param facts what each side entered; {@code used} is what stands
 * @param vetoes the evaluator's findings on vetoes that no fact decides
 * @param selfAssessed the total by the union's own entries
 * @param random ids of the readings that have a covariance, in its order
 * @param covariance of those readings
 * @param simulation how draws were made
 * @param signedBy the evaluator; null while open
 */
@Serdeable
public record Assessment(
        int format,
        Id scorecard,
        Id organization,
        String organizationName,
        Id round,
        String roundName,
        int year,
        Level level,
        String scheme,
        String schemeFingerprint,
        @Nullable Long covered,
        List<Survey> surveys,
        List<FactLine> facts,
        List<VetoLine> vetoes,
        List<Quantity> quantities,
        List<String> random,
        List<List<Double>> covariance,
        @Nullable CoverageLine coverage,
        List<IndicatorLine> indicators,
        List<DimensionLine> dimensions,
        double missingWeight,
        Outcome outcome,
        Outcome selfAssessed,
        Drawing simulation,
        @Nullable String signedBy,
        @Nullable Instant signedAt) {

    /** A survey whose release was used. */
    @Serdeable
    public record Survey(
            String questionnaire,
            Id survey,
            String code,
            String fingerprint,
            long valid,
            long headcount,
            String mode) {}

    /** Both sides' entries on one fact. */
    @Serdeable
    public record FactLine(
            String fact,
            @Nullable Entry union,
            @Nullable Entry evaluator,
            @Nullable String used) {}

    /** The finding on one veto, and whether it stands. */
    @Serdeable
    public record VetoLine(String veto, @Nullable Entry finding, boolean established) {}

    /** A reading of an indicator or measure: a value, or why there is none ({@code missing}, {@code inapplicable}). */
    @Serdeable
    public record Quantity(String id, @Nullable Double value, String origin, String absent, String reason) {}

    /** How far the survey carries. */
    @Serdeable
    public record CoverageLine(
            String grade, long responses, long headcount, long neededForA, long neededForB, String mode) {}

    /** One indicator of the score. */
    @Serdeable
    public record IndicatorLine(
            String id,
            @Nullable Double points,
            double weight,
            double effectiveWeight,
            @Nullable Double contribution,
            boolean flagged,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /** One dimension. */
    @Serdeable
    public record DimensionLine(
            String id,
            @Nullable Double points,
            double weight,
            double effectiveWeight,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * Total and band.
     *
     * @param total unrounded
     * @param band null without one
     * @param none why there is no rating: {@code coverage}, {@code missing}, {@code nothing}; empty where there is one
     * @param bands probability of each band
     */
    @Serdeable
    public record Outcome(
            @Nullable Double total,
            @Nullable Double rounded,
            @Nullable Double standardError,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable String method,
            @Nullable String band,
            @Nullable String bandByTotal,
            List<String> caps,
            List<String> vetoes,
            List<String> undecided,
            List<String> none,
            Map<String, Double> bands) {}

    /** Draws, seed and level of the simulation. */
    @Serdeable
    public record Drawing(int draws, long seed, double level) {}

    /** Whether there is a total. */
    public boolean isRated() {
        return outcome.total() != null;
    }
}
