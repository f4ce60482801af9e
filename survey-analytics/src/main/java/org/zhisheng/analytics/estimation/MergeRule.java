package org.zhisheng.analytics.estimation;

import java.util.List;
import java.util.Map;

/** Which strata become one when respondents are too few in some; declared before fielding, never chosen by results. */
public sealed interface MergeRule {
    /** Fewest respondents that a stratum may have; 0 when nothing is ever merged. */
    int minimum();

    /** A stratum stays as it is, however small. */
    record None() implements MergeRule {
        @Override
        public int minimum() {
            return 0;
        }
    }

    /**
     * A small stratum joins the next one in the declared order (the last joins the one before it), until no stratum is
     * small.
     *
     * @param order every stratum, neighbours being those that are most alike
     */
    record Neighbours(int minimum, List<String> order) implements MergeRule {
        public Neighbours {
            order = List.copyOf(order);
        }
    }

    /**
     * Where one stratum of a declared group is small, the whole group becomes one stratum of the group's name.
     *
     * @param groupOf the group of each stratum; a stratum without one is never merged
     */
    record Groups(int minimum, Map<String, String> groupOf) implements MergeRule {
        public Groups {
            groupOf = Map.copyOf(groupOf);
        }
    }
}
