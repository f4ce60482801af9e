package org.zhisheng.analytics.cli.bench;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param value what was measured
 * @param beside what it stands beside, in the same unit; NaN for nothing
 * @param target the ratio (or value) that it should not exceed; NaN for none
 */
record Figure(String name, double value, String unit, double beside, double ratio, double target) {
    boolean holds() {
        return Double.isNaN(target) || ratio <= target;
    }

    String json() {
        return "{\"figure\":\"" + name + "\",\"value\":" + number(value) + ",\"unit\":\"" + unit + "\",\"beside\":"
                + number(beside) + ",\"ratio\":" + number(ratio) + ",\"target\":" + number(target) + ",\"holds\":"
                + (Double.isNaN(target) ? "null" : holds()) + "}";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.4g", value);
    }
}
