package org.zhisheng.server.credential;

import java.util.HexFormat;

/**
 * What marks a credential as spent: SHA-256 of its prepared message. It is published after close.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Tag(String hex) implements Comparable<Tag> {
    public Tag {
        Sha.requireHex(hex);
    }

    /** The tag of a prepared message. */
    public static Tag of(byte[] prepared) {
        return new Tag(HexFormat.of().formatHex(Sha.sha256(prepared)));
    }

    /** The 32 bytes, as they are stored. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Tag other) {
        return hex.compareTo(other.hex);
    }
}
