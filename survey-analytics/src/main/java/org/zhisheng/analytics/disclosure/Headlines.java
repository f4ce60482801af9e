package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * The estimates of the whole unit, before the gate. They are weighted by the blocks of the {@link Protection} and by
 * nothing finer.
 *
 * @param headcount covered workers
 * @param respondents valid responses, those that enter no figure included
 * @param level confidence level of the intervals
 * @param figures estimates with all digits; those that were not counted and audited do not pass
 * @param composites means of items' means among them
 * @param covariances of the figures
 */
public record Headlines(
        int headcount,
        int respondents,
        double level,
        List<Figure> figures,
        List<Composite> composites,
        List<Covariance> covariances) {
    public Headlines {
        figures = List.copyOf(figures);
        composites = List.copyOf(composites);
        covariances = List.copyOf(covariances);
    }
}
