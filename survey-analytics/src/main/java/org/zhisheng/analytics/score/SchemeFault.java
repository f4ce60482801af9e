package org.zhisheng.analytics.score;

/**
 * Something wrong with a scheme.
 *
 * @param where its place, such as {@code indicators.I04}
 * @param rule which rule is broken, for messages in other languages
 * @param detail what is wrong and what to do, in one English sentence
 */
public record SchemeFault(String where, Rule rule, String detail) {
    /** The rules that a scheme must keep. */
    public enum Rule {
        DUPLICATE_ID,
        UNKNOWN_DIMENSION,
        EMPTY_DIMENSION,
        WEIGHT_NOT_POSITIVE,
        WEIGHTS_DO_NOT_ADD_UP,
        NO_LEVEL,
        NO_SOURCE,
        UNKNOWN_SOURCE,
        BANDS_OUT_OF_ORDER,
        BAND_UNREACHABLE,
        UNKNOWN_BAND,
        UNKNOWN_QUANTITY,
        CAP_UNREACHABLE,
        MEASURE_UNUSED,
        OWN_PARENT
    }

    @Override
    public String toString() {
        return where + ": " + detail;
    }
}
