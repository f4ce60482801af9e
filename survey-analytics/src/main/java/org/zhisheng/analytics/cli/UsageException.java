package org.zhisheng.analytics.cli;

/** Wrong use of a command: exit status 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
