package org.zhisheng.analytics.reliability;

import java.util.List;
import org.zhisheng.analytics.data.Estimate;

/**
 * McDonald's omega of a one-factor model.
 *
 * @param omega (Σλ)²/((Σλ)² + Σu), the share of the standardised total's variance that the factor explains
 * @param observedOmega 1 − Σu/ΣR, the same with the observed variance of the total below (psych's omega total); a gap
 *     between the two says that one factor fits badly
 * @param loadings each item's loading, in the order given
 * @param rootMeanSquareResidual root mean square of the residual correlations
 */
public record OmegaReport(
        Estimate omega, double observedOmega, List<FactorLoading> loadings, double rootMeanSquareResidual) {
    public OmegaReport {
        loadings = List.copyOf(loadings);
    }
}
