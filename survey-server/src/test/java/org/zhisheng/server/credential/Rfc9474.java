package org.zhisheng.server.credential;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The test vectors of RFC 9474, appendix A: one key of 4096 bits, four variants. */
final class Rfc9474 {
    /** What each vector fixes, in hexadecimal digits; {@code encoded} is empty where the vector does not print it. */
    record Vector(
            Variant variant,
            String message,
            String prefix,
            String prepared,
            String salt,
            String encoded,
            String inverse,
            String blinded,
            String blindSignature,
            String signature) {
        private static Vector of(Map<String, String> values) {
            return new Vector(
                    Variant.valueOf(values.get("variant")),
                    values.get("message"),
                    values.get("prefix"),
                    values.get("prepared"),
                    values.get("salt"),
                    values.get("encoded"),
                    values.get("inverse"),
                    values.get("blinded"),
                    values.get("blindSignature"),
                    values.get("signature"));
        }

        /** The blinding factor, of which the vector gives the inverse. */
        BigInteger factor() {
            return new BigInteger(inverse, 16)
                    .modInverse(key().verificationKey().modulus());
        }

        @Override
        public String toString() {
            return variant.label();
        }
    }

    private static final Map<String, Object> DOCUMENT = read();

    private Rfc9474() {}

    @SuppressWarnings("unchecked")
    static List<Vector> vectors() {
        return ((List<Map<String, String>>) DOCUMENT.get("variants"))
                .stream().map(Vector::of).toList();
    }

    static SigningKey key() {
        return key(BigInteger.ZERO);
    }

    /** The key, its first exponent of the Chinese remainder theorem changed: as a disk or memory fault would. */
    static SigningKey faultyKey() {
        return key(BigInteger.TWO);
    }

    private static SigningKey key(BigInteger fault) {
        BigInteger p = number("p");
        BigInteger q = number("q");
        BigInteger d = number("privateExponent");
        try {
            var numbers = new RSAPrivateCrtKeySpec(
                    number("modulus"),
                    number("publicExponent"),
                    d,
                    p,
                    q,
                    d.mod(p.subtract(BigInteger.ONE)).add(fault),
                    d.mod(q.subtract(BigInteger.ONE)),
                    q.modInverse(p));
            return SigningKey.ofPkcs8(
                    KeyFactory.getInstance("RSA").generatePrivate(numbers).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @SuppressWarnings("unchecked")
    private static BigInteger number(String name) {
        return new BigInteger(((Map<String, String>) DOCUMENT.get("key")).get(name), 16);
    }

    private static Map<String, Object> read() {
        try (InputStream in = Rfc9474.class.getResourceAsStream("/credential/rfc9474.json")) {
            return JsonMapper.createDefault().readValue(in, Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
