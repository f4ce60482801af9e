package org.zhisheng.server.credential;

import java.math.BigInteger;

/** What the worker's side keeps between blinding and finalizing. Only the blinded message leaves; the rest is redacted. */
public final class Blinded {
    private final byte[] prepared;
    private final byte[] message;
    private final BigInteger inverse;

    Blinded(byte[] prepared, byte[] message, BigInteger inverse) {
        this.prepared = prepared.clone();
        this.message = message;
        this.inverse = inverse;
    }

    /** The message with its random prefix, which the collector will see and the issuer never does. */
    public byte[] prepared() {
        return prepared.clone();
    }

    /** The blinded message for the issuer. */
    public byte[] message() {
        return message.clone();
    }

    BigInteger inverse() {
        return inverse;
    }

    @Override
    public String toString() {
        return "Blinded[redacted]";
    }
}
