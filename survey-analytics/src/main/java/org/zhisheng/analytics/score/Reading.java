package org.zhisheng.analytics.score;

/** What is known of one indicator or measure of a unit. */
public sealed interface Reading {
    /**
     * A value, in the indicator's own unit.
     *
     * @param origin the survey or the facts that it came from; empty where nobody said. Trends look at it: values from
     *     different questions are not compared.
     */
    record Known(double value, String origin) implements Reading {
        public Known {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a reading of " + value + " is no value; leave it out as missing");
            }
        }

        public Known(double value) {
            this(value, "");
        }
    }

    /** It should be there and is not; counts towards the weight that may be missing. */
    record Missing(String reason) implements Reading {}

    /** It has no meaning for this unit; its weight is shared and does not count as missing. */
    record Inapplicable(String reason) implements Reading {}
}
