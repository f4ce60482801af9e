package org.zhisheng.server.credential;

import java.util.Optional;

/**
 * Admits one worker to one survey, once. Prints redacted.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Ticket(String hex) {
    public Ticket {
        Sha.requireHex(hex);
    }

    /** Reads a ticket as a phone sends it; empty where the text is none. */
    public static Optional<Ticket> parse(String text) {
        return Sha.isHex(text) ? Optional.of(new Ticket(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Ticket[redacted]";
    }
}
