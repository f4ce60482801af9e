package org.zhisheng.analytics.cli.expression;

/** An order relation between numbers. */
enum Relation {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST;

    static Relation of(String symbol) {
        return switch (symbol) {
            case "=", "==" -> EQUAL;
            case "!=" -> UNEQUAL;
            case "<" -> LESS;
            case "<=" -> AT_MOST;
            case ">" -> MORE;
            case ">=" -> AT_LEAST;
            default -> throw new IllegalArgumentException(symbol);
        };
    }

    /** The relation with its sides changed. */
    Relation turned() {
        return switch (this) {
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            case EQUAL, UNEQUAL -> this;
        };
    }

    boolean holds(double a, double b) {
        return switch (this) {
            case EQUAL -> a == b;
            case UNEQUAL -> a != b;
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case MORE -> a > b;
            case AT_LEAST -> a >= b;
        };
    }
}
