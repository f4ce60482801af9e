package org.zhisheng.analytics.cli.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.score.RollUp;
import org.zhisheng.analytics.score.Unit;

/** What a higher union sees of all units together. */
final class RollUpFields {
    private final List<Unit> units;
    private final PlanNode node;
    private final double level;

    RollUpFields(List<Unit> units, PlanNode node) {
        this.units = units;
        this.node = node;
        this.level = node.number("level", 0.95);
    }

    Fields run() {
        Fields fields = new Fields();
        List<Fields> measures = new ArrayList<>();
        node.elements("measures").forEach(m -> measures.add(measure(m)));
        if (!measures.isEmpty()) {
            fields.put("measures", measures);
        }
        if (node.has("establishment")) {
            fields.put("establishment", establishment(node.get("establishment")));
        }
        if (node.has("growth")) {
            PlanNode growth = node.get("growth");
            fields.put(
                    "growth",
                    Records.fields(RollUp.growth(parts(growth), growth.number("lower"), growth.number("upper"))));
        }
        return fields;
    }

    private Fields measure(PlanNode measure) {
        RollUp.Pooled now = RollUp.pooled(parts(measure), level);
        Fields fields = new Fields().put("of", measure.text("of")).putAll(Records.fields(now));
        if (measure.has("target") || measure.flag("rising", false)) {
            var target = new RollUp.Target(
                    measure.text("of"),
                    measure.has("target") ? measure.number("target") : null,
                    measure.flag("rising", false));
            try {
                RollUp.Standing standing = RollUp.standing(target, now, before(measure), level);
                fields.put("target", target.atLeast())
                        .put("rising", target.rising())
                        .put("reached", standing.reached())
                        .put("certain", standing.certain())
                        .put("change", standing.change())
                        .put("p_value", standing.pValue());
            } catch (IllegalArgumentException e) {
                throw measure.fault(String.valueOf(e.getMessage()));
            }
        }
        return fields;
    }

    private static RollUp.@Nullable Pooled before(PlanNode measure) {
        if (!measure.has("before")) {
            return null;
        }
        PlanNode before = measure.get("before");
        double value = before.number("value");
        return new RollUp.Pooled(value, before.number("standard_error"), value, value, 1, 1);
    }

    private List<RollUp.Part> parts(PlanNode measure) {
        String id = measure.text("of");
        List<RollUp.Part> parts = new ArrayList<>();
        for (Unit unit : units) {
            var readings = unit.readings();
            double value = readings.value(id);
            if (Double.isNaN(value)) {
                continue;
            }
            if (unit.covered() < 1) {
                throw measure.fault(unit.name() + " has no number of covered workers, by which it would be pooled");
            }
            parts.add(new RollUp.Part(unit.name(), unit.covered(), value, readings.standardError(id)));
        }
        if (parts.isEmpty()) {
            throw measure.fault("no unit has a value of " + id);
        }
        return parts;
    }

    /** A count of all enterprises with a union, so it has no sampling error. */
    private static Fields establishment(PlanNode node) {
        double unionised = node.number("unionised");
        double inForce = node.number("in_force");
        if (inForce > unionised) {
            throw node.fault("more contracts are in force than there are enterprises with a union");
        }
        double rate = 100 * inForce / unionised;
        double target = node.number("target", 80);
        return new Fields()
                .put("rate", rate)
                .put("unionised", (long) unionised)
                .put("in_force", (long) inForce)
                .put("target", target)
                .put("reached", rate >= target);
    }
}
