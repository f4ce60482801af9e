package org.zhisheng.server.attack;

import java.util.Arrays;
import java.util.HexFormat;

/** A byte string that the attacker looks for: a tag, the number of a ticket, the key of a response. */
final class Key {
    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
