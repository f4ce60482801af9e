package org.zhisheng.analytics.cli.task;

import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.estimation.DesignEffect;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.IntervalMethod;
import org.zhisheng.analytics.estimation.IntervalRule;
import org.zhisheng.analytics.estimation.MissingValues;
import org.zhisheng.analytics.estimation.Reference;

/** Reads which interval and design effect an estimate asks for. */
final class Rules {
    static final double LEVEL = 0.95;

    private Rules() {}

    static EstimateRule estimate(PlanNode node, IntervalRule usual) {
        return new EstimateRule(interval(node, usual), designEffect(node), missing(node));
    }

    private static MissingValues missing(PlanNode node) {
        return switch (node.text("missing", "each")) {
            case "outside" -> MissingValues.OUTSIDE_DOMAIN;
            case "refuse" -> MissingValues.REFUSE;
            default -> MissingValues.KEEP_IN_DESIGN;
        };
    }

    static IntervalRule interval(PlanNode node, IntervalRule usual) {
        PlanNode interval = node.find("interval");
        if (interval == null) {
            return usual;
        }
        return new IntervalRule(
                interval.has("method") ? method(interval.text("method")) : usual.method(),
                reference(interval, usual.reference()),
                interval.number("level", LEVEL));
    }

    private static IntervalMethod method(String name) {
        return switch (name) {
            case "none" -> IntervalMethod.NONE;
            case "logit" -> IntervalMethod.LOGIT;
            case "beta" -> IntervalMethod.BETA;
            case "wilson" -> IntervalMethod.WILSON;
            case "asin" -> IntervalMethod.ARCSINE;
            default -> IntervalMethod.WALD;
        };
    }

    private static Reference reference(PlanNode interval, Reference usual) {
        return switch (interval.text("df", "")) {
            case "design" -> Reference.DESIGN;
            case "normal" -> Reference.NORMAL;
            default -> usual;
        };
    }

    private static DesignEffect designEffect(PlanNode node) {
        PlanNode deff = node.find("deff");
        if (deff == null || deff.text().equals("false")) {
            return DesignEffect.NONE;
        }
        return deff.text().equals("replace") ? DesignEffect.WITH_REPLACEMENT : DesignEffect.WITHOUT_REPLACEMENT;
    }

    /** The level under {@code level}. */
    static double level(PlanNode node) {
        return node.number("level", LEVEL);
    }

    /** The text under a key, or null. */
    static @Nullable String text(PlanNode node, String key) {
        return node.has(key) ? node.text(key) : null;
    }
}
