package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhisheng.server.credential.Rfc9474.bytes;
import static org.zhisheng.server.credential.Rfc9474.hex;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhisheng.server.credential.Rfc9474.Vector;

final class BlindSignatureTest {
    static List<Vector> vectors() {
        return Rfc9474.vectors();
    }

    static List<Engine> engines() {
        return Arrays.stream(Engine.values()).filter(Engine::works).toList();
    }

    @Test
    void allFourVariantsHaveAVector() {
        assertEquals(
                Set.of(Variant.values()),
                new HashSet<>(vectors().stream().map(Vector::variant).toList()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyStepOfTheWorkersSideReproducesTheVector(Vector vector) {
        VerificationKey key = Rfc9474.key().verificationKey();
        byte[] prepared = bytes(vector.prepared());
        assertEquals(vector.prefix() + vector.message(), vector.prepared());
        assertEquals(vector.variant().prefixLength(), bytes(vector.prefix()).length);

        byte[] encoded = Pss.encode(prepared, bytes(vector.salt()), key.size());
        BigInteger opened =
                new BigInteger(vector.signature(), 16).modPow(key.rsa().getPublicExponent(), key.modulus());
        assertEquals(hex(key.bytes(opened)), hex(encoded));
        assertTrue(vector.encoded().isEmpty() || vector.encoded().equals(hex(encoded)));

        Blinder blinder = new Blinder(key, vector.variant(), new SecureRandom());
        Blinded blinded = blinder.blind(prepared, bytes(vector.salt()), vector.factor());
        assertEquals(vector.inverse(), hex(key.bytes(blinded.inverse())));
        assertEquals(vector.blinded(), hex(blinded.message()));
        assertEquals(vector.signature(), hex(blinder.finish(blinded, bytes(vector.blindSignature()))));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void issuerAndVerifierReproduceTheVectorOnEveryEngine(Vector vector) {
        for (Engine engine : engines()) {
            BlindSigner signer = new BlindSigner(Rfc9474.key(), engine);
            assertEquals(vector.blindSignature(), hex(signer.blindSign(bytes(vector.blinded()))), engine.name());

            Verifier verifier = new Verifier(signer.verificationKey(), vector.variant(), engine);
            byte[] signature = bytes(vector.signature());
            assertEquals(Optional.empty(), verifier.check(bytes(vector.prepared()), signature), engine.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void newCredentialsVerifyAndDiffer(Variant variant) {
        SigningKey key = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        BlindSigner signer = new BlindSigner(key);
        Blinder blinder = new Blinder(key.verificationKey(), variant, new Random(9474));
        Verifier verifier = new Verifier(key.verificationKey(), variant);
        byte[] message = "0123456789abcdef0123456789abcdef survey".getBytes(StandardCharsets.UTF_8);
        Set<String> blindedMessages = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            byte[] prepared = blinder.prepare(message);
            assertEquals(variant.prefixLength() + message.length, prepared.length);
            Blinded blinded = blinder.blind(prepared);
            byte[] signature = blinder.finish(blinded, signer.blindSign(blinded.message()));
            assertEquals(Optional.empty(), verifier.check(prepared, signature));
            assertTrue(blindedMessages.add(hex(blinded.message())), "the same message was blinded alike twice");
        }
    }

    @Test
    void theSameBlindedMessageGetsTheSameAnswer() {
        BlindSigner signer = new BlindSigner(Rfc9474.key());
        byte[] blinded = bytes(vectors().getFirst().blinded());
        assertArrayEquals(signer.blindSign(blinded), signer.blindSign(blinded));
    }

    @Test
    void longerKeysWorkAlike() {
        SigningKey key = SigningKey.generate(3072, new SecureRandom());
        Blinder blinder = new Blinder(key.verificationKey(), Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded blinded = blinder.blind(blinder.prepare(new byte[0]));
        byte[] signature = blinder.finish(blinded, new BlindSigner(key).blindSign(blinded.message()));
        assertEquals(384, signature.length);
        assertEquals(Optional.empty(), new Verifier(key.verificationKey()).check(blinded.prepared(), signature));
    }

    @Test
    void aTagIsTheHashOfTheMessage() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Tag.of("abc".getBytes(StandardCharsets.UTF_8)).hex());
        assertNotEquals(Tag.of(new byte[32]), Tag.of(new byte[33]));
        assertEquals(32, Tag.of(new byte[0]).bytes().length);
    }
}
