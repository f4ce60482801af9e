package org.zhisheng.analytics.cli.task;

import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.Domain;

/** Two groups by the values of a column. */
final class Groups {
    private Groups() {}

    /** The level of a value; without one the column must have two levels, and the usual place is taken. */
    static int place(Factor factor, @Nullable String value, int usual) {
        if (value == null) {
            if (factor.labels().size() != 2) {
                throw new IllegalArgumentException(
                        "'" + factor.name() + "' has " + factor.labels().size() + " values, " + factor.labels()
                                + ": say which two with 'first' and 'second'");
            }
            return usual;
        }
        int place = factor.labels().indexOf(value);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "'" + factor.name() + "' has no value '" + value + "'; it has " + factor.labels());
        }
        return place;
    }

    static Domain domain(Factor factor, int level) {
        return Domain.where(factor.labels().get(level), factor.size(), cell -> factor.code(cell) == level);
    }
}
