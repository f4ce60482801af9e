package org.zhisheng.analytics.score;

import java.time.LocalDate;

/**
 * One line of a self-improvement plan. Everything in it was entered by the union; {@link NextBand} only proposes.
 *
 * @param target the value to reach, in the indicator's unit
 * @param action what is to be done
 * @param responsible who answers for it
 * @param due when it is to be done
 * @param retest when the indicator is measured again, not before it is due
 */
public record ImprovementStep(
        String indicator,
        double from,
        double target,
        String action,
        String responsible,
        LocalDate due,
        LocalDate retest) {
    public ImprovementStep {
        if (responsible.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException(indicator + ": a step needs an action and somebody responsible");
        }
        if (retest.isBefore(due)) {
            throw new IllegalArgumentException(
                    indicator + ": the retest on " + retest + " is before the step is due on " + due);
        }
    }
}
