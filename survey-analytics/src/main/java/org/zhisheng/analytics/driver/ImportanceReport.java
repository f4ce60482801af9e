package org.zhisheng.analytics.driver;

import java.util.List;

/**
 * The drivers of an outcome.
 *
 * @param drivers in the order given
 * @param rSquared what all predictors explain together
 */
public record ImportanceReport(List<DriverImportance> drivers, double rSquared) {
    public ImportanceReport {
        drivers = List.copyOf(drivers);
    }
}
