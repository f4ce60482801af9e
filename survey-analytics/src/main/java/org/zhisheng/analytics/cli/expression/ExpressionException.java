package org.zhisheng.analytics.cli.expression;

/** An expression that cannot be read or applied; the message shows where and says what is expected. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }

    static ExpressionException at(String source, int position, String problem) {
        return new ExpressionException(problem + " at character " + (position + 1) + " of: " + source);
    }
}
