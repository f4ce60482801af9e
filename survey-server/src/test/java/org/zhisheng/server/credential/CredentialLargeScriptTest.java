package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhisheng.server.credential.Rfc9474.bytes;
import static org.zhisheng.server.credential.Rfc9474.hex;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The larger library does the same as {@code credential.js} in an engine from which BigInt was taken away. */
@Tag("browser")
final class CredentialLargeScriptTest {
    private static ScriptedPhone phone;

    @BeforeAll
    static void start() {
        phone = new ScriptedPhone("blindrsa/blindrsa.js", "delete window.BigInt;");
    }

    @AfterAll
    static void stop() {
        phone.close();
    }

    @Test
    void itsCredentialsAreSignedAndVerifiedHereAndWrongSignaturesAreNotKept() {
        for (int bits : new int[] {2048, 3072}) {
            SigningKey key = SigningKey.generate(bits, new SecureRandom());
            Verifier verifier = new Verifier(key.verificationKey());
            assertEquals(
                    key.verificationKey().id().hex(),
                    phone.key(key.verificationKey().encoded()));
            String prepared = phone.text("text => credential.prepare(text)", "k7m2q9a");
            assertEquals(hex("k7m2q9a".getBytes(StandardCharsets.UTF_8)), prepared.substring(64));
            Map<String, String> kept = phone.map("message => credential.blind(window.key, message)", prepared);
            String answer = hex(new BlindSigner(key).blindSign(bytes(kept.get("blinded"))));
            Map<String, String> answered = new HashMap<>(kept);
            answered.put("answer", answer);
            String finish = "o => credential.finish(window.key, o, o.answer)";
            String signature = phone.text(finish, answered);
            assertEquals(Optional.empty(), verifier.check(bytes(prepared), bytes(signature)));
            answered.put("answer", kept.get("blinded"));
            assertTrue(phone.error(finish, answered).contains("invalid signature"));
            answered.put("answer", answer.substring(2));
            assertTrue(phone.error(finish, answered).contains("unexpected input size"));
        }
    }

    @Test
    void itDerivesTheTicketsThatTheIssuerPrinted() {
        CardSecret secret = CardSecret.random(new SecureRandom());
        String ticket = phone.text(
                "o => credential.ticket(o.typed, o.slot)", Map.of("typed", secret.grouped(), "slot", "deck:1"));
        assertEquals(secret.ticket("deck:1").hex(), ticket);
        assertEquals("undefined", phone.text("() => typeof BigInt", null));
    }
}
