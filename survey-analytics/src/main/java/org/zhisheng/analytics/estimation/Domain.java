package org.zhisheng.analytics.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.zhisheng.analytics.data.Factor;

/**
 * A part of the population. Respondents outside stay in the design and count as zero, so that the uncertainty of the
 * domain's own size is not lost.
 */
public final class Domain {
    private static final Domain EVERYBODY = new Domain("all", null);

    private final String name;
    private final boolean @org.jspecify.annotations.Nullable [] member;

    private Domain(String name, boolean @org.jspecify.annotations.Nullable [] member) {
        this.name = name;
        this.member = member;
    }

    /** The whole population. */
    public static Domain all() {
        return EVERYBODY;
    }

    /** The cells that satisfy a condition. */
    public static Domain where(String name, int cells, IntPredicate condition) {
        boolean[] member = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            member[cell] = condition.test(cell);
        }
        return new Domain(name, member);
    }

    /** One domain for each level of a grouping, in level order; cells without a level are in none. */
    public static List<Domain> by(Factor grouping) {
        List<Domain> domains = new ArrayList<>();
        for (int level = 0; level < grouping.labels().size(); level++) {
            int code = level;
            domains.add(where(grouping.labels().get(level), grouping.size(), cell -> grouping.code(cell) == code));
        }
        return domains;
    }

    /** The part common to this domain and another, named by both. */
    public Domain and(Domain other) {
        if (member == null) {
            return other;
        }
        if (other.member == null) {
            return this;
        }
        return where(name + " & " + other.name, member.length, cell -> contains(cell) && other.contains(cell));
    }

    /** What the domain is called. */
    public String name() {
        return name;
    }

    /** Whether respondents of a cell belong to it. */
    public boolean contains(int cell) {
        return member == null || member[cell];
    }
}
