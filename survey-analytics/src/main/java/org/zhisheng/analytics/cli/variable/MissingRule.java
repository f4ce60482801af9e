package org.zhisheng.analytics.cli.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.data.Missing;

/**
 * What a yes-or-no variable makes of answers that are missing: left out, unless the plan counts them as yes or no.
 *
 * @param outcomes by reason: {@link Condition#TRUE}, {@link Condition#FALSE}, or the reason's own code for "left out"
 */
public record MissingRule(List<Integer> outcomes) {
    private static final List<Missing> REASONS = List.of(Missing.values());

    public MissingRule {
        outcomes = List.copyOf(outcomes);
    }

    /** Reads {@code blank}, {@code unsure} and {@code not_asked}, each {@code missing} unless given. */
    public static MissingRule read(PlanNode node) {
        List<Integer> outcomes = new ArrayList<>();
        for (Missing reason : REASONS) {
            outcomes.add(
                    switch (node.text(key(reason), "missing")) {
                        case "yes" -> Condition.TRUE;
                        case "no" -> Condition.FALSE;
                        default -> (int) reason.code();
                    });
        }
        return new MissingRule(outcomes);
    }

    private static String key(Missing reason) {
        return reason == Missing.DONT_KNOW ? "unsure" : reason.name().toLowerCase(Locale.ROOT);
    }

    /** The truth to count, given what the condition said. */
    public int apply(int truth) {
        return truth >= 0 ? truth : outcomes.get(-truth - 1);
    }

    /** The rule in words, for the conventions of an estimate. */
    public String convention() {
        List<String> parts = new ArrayList<>();
        for (Missing reason : REASONS) {
            int outcome = outcomes.get(-reason.code() - 1);
            String becomes = outcome == Condition.TRUE ? "yes" : outcome == Condition.FALSE ? "no" : "left out";
            parts.add(key(reason) + " " + becomes);
        }
        return "missing answers: " + String.join(", ", parts);
    }
}
