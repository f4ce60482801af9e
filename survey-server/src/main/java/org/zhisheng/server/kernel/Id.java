package org.zhisheng.server.kernel;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A random 128-bit identifier. It carries no time and no sequence, so that it says nothing about when or after what a
 * row was written; clients may make their own.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Id(long high, long low) implements Comparable<Id> {
    /** Length of an id in bytes, as it is stored. */
    public static final int BYTES = 16;

    /** Draws a new id. Pass a {@link java.security.SecureRandom} wherever the id must not be guessed. */
    public static Id random(RandomGenerator source) {
        return new Id(source.nextLong(), source.nextLong());
    }

    /** Reads the 32 hexadecimal digits that {@link #toString()} writes; empty where the text is none. */
    public static Optional<Id> parse(String text) {
        if (text.length() != 2 * BYTES || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Id(Long.parseUnsignedLong(text, 0, BYTES, 16), Long.parseUnsignedLong(text, BYTES, 2 * BYTES, 16)));
    }

    /** Reads the 16 bytes that {@link #bytes()} writes. */
    public static Id of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an id has " + BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    /** The id as 16 bytes, most significant first. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Id other) {
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%016x%016x", high, low);
    }
}
