package org.zhisheng.server.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one card: 80 bits as 16 characters of Crockford's base 32 (digits and letters without I, L, O, U). The
 * phone derives a ticket for each survey of the round from it; the issuer does the same when it prints, and forgets it.
 */
public final class CardSecret {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final String characters;

    private CardSecret(String characters) {
        this.characters = characters;
    }

    /** Draws a new secret; pass a {@link java.security.SecureRandom}. */
    public static CardSecret random(RandomGenerator random) {
        StringBuilder drawn = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CardSecret(drawn.toString());
    }

    /**
     * Reads what somebody typed: case, spaces and hyphens do not matter, and O is read as 0, I and L as 1.
     *
     * @return empty where the text is no secret
     */
    public static Optional<CardSecret> parse(String typed) {
        String read = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        boolean valid = read.length() == LENGTH && read.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return valid ? Optional.of(new CardSecret(read)) : Optional.empty();
    }

    /**
     * Reads a code as it is printed: the secret, and behind it two or three digits of the stratum, which are no part of it and
     * may be left out.
     */
    public static Optional<CardSecret> parsePrinted(String typed) {
        String read = typed.replaceAll("[\\s-]", "");
        String digits = read.length() > LENGTH ? read.substring(LENGTH) : "00";
        return digits.matches("[0-9OoIiLl]{2,3}")
                ? parse(read.substring(0, Math.min(read.length(), LENGTH)))
                : Optional.empty();
    }

    /** The 16 characters, for the QR code's fragment. */
    public String characters() {
        return characters;
    }

    /** The characters in groups of four with hyphens, for typing. */
    public String grouped() {
        return characters.replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * The ticket of a slot: HMAC-SHA-256 of the slot's name under the characters. Tickets of different slots tell nothing
     * of each other.
     *
     * @param slot names the survey's place in its round
     */
    public Ticket ticket(String slot) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(characters.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return new Ticket(HexFormat.of().formatHex(mac.doFinal(slot.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "CardSecret[redacted]";
    }
}
