package org.zhisheng.analytics.driver;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Importance beside performance.
 *
 * @param placements each attribute in the order given
 * @param thresholds what parts high from low; a value on the line counts as high
 */
public record ImportancePerformance(List<Placement> placements, Thresholds thresholds) {
    public ImportancePerformance {
        placements = List.copyOf(placements);
    }

    /**
     * An attribute to place.
     *
     * @param name the attribute
     * @param importance stated or derived, for example an LMG share
     * @param performance satisfaction with it
     */
    public record Attribute(String name, double importance, double performance) {
        public Attribute {
            if (!Double.isFinite(importance) || !Double.isFinite(performance)) {
                throw new IllegalArgumentException("attribute " + name + " has importance " + importance
                        + " and performance " + performance + ": both must be numbers");
            }
        }
    }

    /** An attribute and its field. */
    public record Placement(Attribute attribute, Quadrant quadrant) {}

    /**
     * Lines between high and low.
     *
     * @param importance least value that is high
     * @param performance least value that is high
     * @param rule how the lines were chosen, for the report
     */
    public record Thresholds(double importance, double performance, String rule) {
        /** Lines through the means of the attributes: says which are better than the others, never that all are good. */
        public static Thresholds means(List<Attribute> attributes) {
            return new Thresholds(
                    mean(attributes, Attribute::importance),
                    mean(attributes, Attribute::performance),
                    "means of the attributes");
        }

        /** Performance parted at the middle of its scale, importance at its mean. */
        public static Thresholds middleOfScale(List<Attribute> attributes, double lowest, double highest) {
            return new Thresholds(
                    mean(attributes, Attribute::importance),
                    (lowest + highest) / 2,
                    "performance at the middle of its scale, importance at its mean");
        }

        private static double mean(List<Attribute> attributes, ToDoubleFunction<Attribute> value) {
            return attributes.stream()
                    .mapToDouble(value)
                    .average()
                    .orElseThrow(() -> new IllegalArgumentException("no attributes: there is nothing to place"));
        }
    }

    /** Places the attributes. */
    public static ImportancePerformance of(List<Attribute> attributes, Thresholds thresholds) {
        return new ImportancePerformance(
                attributes.stream()
                        .map(attribute -> new Placement(attribute, place(attribute, thresholds)))
                        .toList(),
                thresholds);
    }

    private static Quadrant place(Attribute attribute, Thresholds thresholds) {
        boolean good = attribute.performance() >= thresholds.performance();
        if (attribute.importance() >= thresholds.importance()) {
            return good ? Quadrant.KEEP_UP : Quadrant.CONCENTRATE_HERE;
        }
        return good ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
    }
}
