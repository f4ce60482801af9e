package org.zhisheng.analytics.cli.task;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;

/** What estimates are made from: the designs, and the results made before. */
public final class Survey {
    private final Function<String, PlannedDesign> maker;
    private final Map<String, PlannedDesign> designs = new HashMap<>();
    private final Map<String, Fields> results = new HashMap<>();

    /** @param maker makes a design on its first use */
    public Survey(Function<String, PlannedDesign> maker) {
        this.maker = maker;
    }

    /** The design of a name. */
    public PlannedDesign design(String name) {
        PlannedDesign design = designs.get(name);
        if (design == null) {
            design = maker.apply(name);
            designs.put(name, design);
        }
        return design;
    }

    /** Keeps a result for estimates that build on it. */
    public void keep(String name, Fields result) {
        results.put(name, result);
    }

    /** The p-value of an earlier estimate; empty if it has none or failed. */
    public OptionalDouble pValue(String name) {
        Fields result = results.get(name);
        return result != null && result.values().get("p_value") instanceof Double p
                ? OptionalDouble.of(p)
                : OptionalDouble.empty();
    }
}
