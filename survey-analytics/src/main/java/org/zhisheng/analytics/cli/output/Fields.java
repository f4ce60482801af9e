package org.zhisheng.analytics.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/** A result as named fields in order: numbers, texts, booleans, lists and further fields. */
public final class Fields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Adds a field; NaN and null are written as null. */
    public Fields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds the fields of another. */
    public Fields putAll(Fields others) {
        values.putAll(others.values);
        return this;
    }

    /** Adds an estimate, field by field. */
    public Fields put(Estimate estimate) {
        put("statistic", estimate.statistic());
        put("value", estimate.value());
        put("standard_error", estimate.standardError());
        Interval interval = estimate.interval();
        if (interval != null) {
            put("interval", of(interval));
        }
        put("df", estimate.degreesOfFreedom());
        put("n", estimate.sampleSize());
        put("cv", estimate.coefficientOfVariation());
        if (!Double.isNaN(estimate.designEffect())) {
            put("design_effect", estimate.designEffect());
        }
        put("method", estimate.method());
        return put("conventions", estimate.conventions());
    }

    /** The fields of an interval. */
    public static Fields of(Interval interval) {
        return new Fields()
                .put("lower", interval.lower())
                .put("upper", interval.upper())
                .put("level", interval.level())
                .put("method", interval.method());
    }

    /** The fields in order, not to be changed. */
    public Map<String, @Nullable Object> values() {
        return values;
    }
}
