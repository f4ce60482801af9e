package org.zhisheng.analytics.cli.expression;

/**
 * A word of an expression.
 *
 * @param text the word; of a text literal or quoted name, what stands between the quotes
 * @param position where it begins in the source
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        /** A name in backticks, never a keyword. */
        QUOTED_NAME,
        SYMBOL,
        END
    }

    /** Whether this is the keyword or symbol. */
    boolean is(String word) {
        return switch (kind) {
            case NAME -> text.equalsIgnoreCase(word);
            case SYMBOL -> text.equals(word);
            default -> false;
        };
    }
}
