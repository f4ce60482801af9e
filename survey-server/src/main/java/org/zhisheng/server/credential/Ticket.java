package org.zhisheng.server.credential;

/**
 * Admits one worker to one survey, once. Prints redacted.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Ticket(String hex) {
    @Override
    public String toString() {
        return "Ticket[redacted]";
    }
}
