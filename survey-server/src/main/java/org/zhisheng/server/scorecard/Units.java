package org.zhisheng.server.scorecard;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.CoverageThresholds;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Readings;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Unit;

/** Assessments as units of the score engine again, for trends, gaps and league tables. */
final class Units {
    private Units() {}

    /** The unit of an assessment; scoring it gives the assessment's numbers. */
    static Unit of(Assessment assessment, Scheme scheme) {
        Set<String> established = new HashSet<>();
        assessment.vetoes().stream().filter(Assessment.VetoLine::established).forEach(v -> established.add(v.veto()));
        Map<String, Reading> readings = new LinkedHashMap<>();
        assessment.quantities().forEach(q -> readings.put(q.id(), reading(q)));
        double[][] covariance = assessment.covariance().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return new Unit(
                assessment.organizationName(),
                assessment.level(),
                Objects.requireNonNullElse(assessment.covered(), -1L),
                Readings.of(readings, assessment.random(), covariance),
                coverage(assessment, scheme.coverage()),
                established);
    }

    private static Reading reading(Assessment.Quantity quantity) {
        Double value = quantity.value();
        if (value != null) {
            return new Reading.Known(value, quantity.origin());
        }
        return quantity.absent().equals("inapplicable")
                ? new Reading.Inapplicable(quantity.reason())
                : new Reading.Missing(quantity.reason());
    }

    /** More answers than people have no rate: whoever has them has no rating either. */
    static @Nullable CoverageRating rating(
            String name, long responses, long headcount, FieldingMode mode, @Nullable CoverageThresholds thresholds) {
        return thresholds == null
                ? null
                : CoverageRating.of(name, responses > headcount ? 0 : responses, headcount, mode, thresholds);
    }

    private static @Nullable CoverageRating coverage(Assessment assessment, @Nullable CoverageThresholds thresholds) {
        Assessment.CoverageLine line = assessment.coverage();
        return line == null
                ? null
                : rating(
                        assessment.organizationName(),
                        line.responses(),
                        line.headcount(),
                        FieldingMode.valueOf(line.mode()),
                        thresholds);
    }
}
