package org.zhisheng.server.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * What pooled values are to reach. What is null is no target.
 *
 * @param establishment at least so many percent of the unionised enterprises have a contract in force
 * @param awareness at least so many percent
 * @param satisfaction at least so many points
 * @param rising whether satisfaction must be above that of the year before
 * @param growthFrom lower edge of the band of wage growth in percent, with {@code growthTo}; both belong to it
 */
record Targets(
        @Nullable Double establishment,
        @Nullable Double awareness,
        @Nullable Double satisfaction,
        boolean rising,
        @Nullable Double growthFrom,
        @Nullable Double growthTo) {
    /** What 2014 to 2018 was to reach: 80 % establishment, 90 % awareness, satisfaction rising, wages up 8–12 %. */
    static final Targets NOTICE = new Targets(80.0, 90.0, null, true, 8.0, 12.0);

    boolean isEmpty() {
        return establishment == null && awareness == null && satisfaction == null && growthFrom == null;
    }
}
