package org.zhisheng.server.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A problem as RFC 9457 writes it ({@code application/problem+json}).
 *
 * @param type relative reference to the page that explains the problem, {@code /problems/<code>}
 * @param title what happened
 * @param status the HTTP status
 * @param detail what to do
 * @param faults what is wrong with which entry; empty unless the input was invalid
 */
@Serdeable
public record ProblemDocument(String type, String title, int status, String detail, List<Entry> faults) {
    public ProblemDocument {
        faults = List.copyOf(faults);
    }

    /**
     * One wrong entry.
     *
     * @param field its name in the form or document
     * @param detail what is wrong and what to do
     */
    @Serdeable
    public record Entry(String field, String detail) {}
}
