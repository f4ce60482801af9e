package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhisheng.server.credential.Rfc9474.bytes;
import static org.zhisheng.server.credential.Rfc9474.hex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.credential.Rfc9474.Vector;

/** The phone's script in a real browser, against the RFC's vectors and against the issuer and verifier of this package. */
@Tag("browser")
final class CredentialScriptTest {
    private static final String BLIND = "message => credential.blind(window.key, message)";
    private static final String FINISH = "o => credential.finish(window.key, o, o.answer)";
    private static final int BUDGET = 1_536;

    private static ScriptedPhone phone;

    @BeforeAll
    static void start() {
        phone = new ScriptedPhone();
    }

    @AfterAll
    static void stop() {
        phone.close();
    }

    @Test
    void reproducesEveryVector() {
        VerificationKey key = Rfc9474.key().verificationKey();
        assertEquals(key.id().hex(), phone.key(key.encoded()));
        for (Vector vector : Rfc9474.vectors()) {
            String factor = hex(key.bytes(vector.factor()));
            Map<String, String> kept = phone.map(
                    "o => credential.blind(window.key, o.message, o.salt, BigInt('0x' + o.factor))",
                    Map.of("message", vector.prepared(), "salt", vector.salt(), "factor", factor));
            assertEquals(
                    Map.of("message", vector.prepared(), "inverse", vector.inverse(), "blinded", vector.blinded()),
                    kept,
                    vector.toString());
            String signature = phone.text(
                    "o => credential.finish(window.key, o, o.answer, o.salt.length / 2)",
                    with(with(kept, "answer", vector.blindSignature()), "salt", vector.salt()));
            assertEquals(vector.signature(), signature, vector.toString());
        }
    }

    @Test
    void credentialsOfThePhoneAreSignedAndVerifiedHere() {
        Random random = new Random(20261122);
        Set<String> seen = new HashSet<>();
        for (int bits : new int[] {2048, 3072}) {
            SigningKey key = SigningKey.generate(bits, new SecureRandom());
            BlindSigner signer = new BlindSigner(key);
            Verifier verifier = new Verifier(key.verificationKey());
            assertEquals(
                    key.verificationKey().id().hex(),
                    phone.key(key.verificationKey().encoded()));
            for (int i = 0; i < 25; i++) {
                String text = text(random);
                String prepared = phone.text("text => credential.prepare(text)", text);
                assertEquals(hex(text.getBytes(StandardCharsets.UTF_8)), prepared.substring(64));
                Map<String, String> kept = phone.map(BLIND, prepared);
                String answer = hex(signer.blindSign(bytes(kept.get("blinded"))));
                String signature = phone.text(FINISH, with(kept, "answer", answer));
                assertEquals(Optional.empty(), verifier.check(bytes(prepared), bytes(signature)));
                String tag = phone.text("message => credential.tag(message)", prepared);
                assertEquals(
                        org.zhisheng.server.credential.Tag.of(bytes(prepared)).hex(), tag);
                assertTrue(seen.add(prepared) && seen.add(kept.get("blinded")) && seen.add(kept.get("inverse")));
            }
        }
    }

    @Test
    void theSameMessageIsNeverBlindedAlike() {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        phone.key(key.verificationKey().encoded());
        String prepared = phone.text("text => credential.prepare(text)", "");
        assertFalse(phone.map(BLIND, prepared).equals(phone.map(BLIND, prepared)));
    }

    @Test
    void keepsNoWrongSignature() {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        VerificationKey open = key.verificationKey();
        phone.key(open.encoded());
        Map<String, String> kept = phone.map(BLIND, phone.text("text => credential.prepare(text)", "survey"));
        byte[] blinded = bytes(kept.get("blinded"));
        String right = hex(new BlindSigner(key).blindSign(blinded));
        String flipped = (right.charAt(9) == '0' ? "1" : "0");
        refused(kept, right.substring(0, 9) + flipped + right.substring(10), "invalid signature");
        refused(kept, hex(open.bytes(BigInteger.ONE)), "invalid signature");
        refused(kept, kept.get("blinded"), "invalid signature");
        refused(kept, hex(open.bytes(open.modulus())), "out of range");
        refused(kept, right.substring(2), "unexpected input size");
        refused(kept, right + "00", "unexpected input size");
        refused(kept, "", "unexpected input size");
        refused(kept, "g" + right.substring(1), "unexpected input size");
        assertEquals("", phone.error(FINISH, with(kept, "answer", right)));

        phone.key(SigningKey.generate(SigningKey.BITS, new SecureRandom())
                .verificationKey()
                .encoded());
        assertTrue(
                phone.error(FINISH, with(kept, "answer", right)).matches("(?s).*(invalid signature|out of range).*"));
    }

    @Test
    void refusesFactorsThatHaveNoInverse() {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        phone.key(key.verificationKey().encoded());
        for (BigInteger factor : new BigInteger[] {BigInteger.ZERO, key.rsa().getPrimeQ()}) {
            String error =
                    phone.error("f => credential.blind(window.key, '00', '', BigInt('0x' + f))", factor.toString(16));
            assertTrue(error.contains("invalid input"), error);
        }
    }

    @Test
    void derivesTheTicketsThatTheIssuerPrinted() {
        Random random = new Random(4);
        for (int i = 0; i < 30; i++) {
            CardSecret secret = CardSecret.random(random);
            String slot = text(random);
            String typed = i % 2 == 0 ? secret.characters() : secret.grouped().toLowerCase(java.util.Locale.ROOT);
            String ticket = phone.text(
                    "o => credential.ticket(o.typed, o.slot)",
                    Map.of("typed", typed.replace('0', 'o').replace('1', 'l'), "slot", slot));
            assertEquals(secret.ticket(slot).hex(), ticket);
        }
        assertTrue(phone.error("s => credential.ticket(s, 'slot')", "0123-4567").contains("no card secret"));
    }

    /** As it travels: without comments and indentation, compressed. */
    @Test
    void staysSmall() throws IOException {
        String bare = ScriptedPhone.script()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bare.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(compressed.size() <= BUDGET, compressed.size() + " bytes");
    }

    private static void refused(Map<String, String> kept, String answer, String check) {
        String error = phone.error(FINISH, with(kept, "answer", answer));
        assertTrue(error.contains(check), () -> "expected " + check + ", got: " + error);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** Up to forty characters, Chinese and Latin. */
    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0, 64)
                .map(i -> i < 32 ? 'a' + i % 26 : 0x4e00 + i)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
