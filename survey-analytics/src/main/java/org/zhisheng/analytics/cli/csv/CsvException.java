package org.zhisheng.analytics.cli.csv;

/** A CSV file that cannot be read; the message names the file, the row or column, and what to do. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CsvException(String message) {
        super(message);
    }

    public CsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
