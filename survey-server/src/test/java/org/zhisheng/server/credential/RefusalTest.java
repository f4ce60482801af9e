package org.zhisheng.server.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.zhisheng.server.credential.Rfc9474.bytes;
import static org.zhisheng.server.credential.Rfc9474.hex;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.credential.Rfc9474.Vector;

final class RefusalTest {
    private static final SigningKey KEY = Rfc9474.key();
    private static final VerificationKey PUBLIC = KEY.verificationKey();
    private static final Vector VECTOR = Rfc9474.vectors().getFirst();

    static List<Engine> engines() {
        return BlindSignatureTest.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theIssuerRefusesWhatIsNoNumberBelowTheModulus(Engine engine) {
        BlindSigner signer = new BlindSigner(KEY, engine);
        for (int length : new int[] {0, 1, PUBLIC.size() - 1, PUBLIC.size() + 1, 10_000}) {
            assertEquals(Refusal.WRONG_LENGTH, refusal(() -> signer.blindSign(new byte[length])));
        }
        byte[] above = new byte[PUBLIC.size()];
        Arrays.fill(above, (byte) 0xff);
        assertEquals(Refusal.OUT_OF_RANGE, refusal(() -> signer.blindSign(above)));
        assertEquals(Refusal.OUT_OF_RANGE, refusal(() -> signer.blindSign(PUBLIC.bytes(PUBLIC.modulus()))));
    }

    /** RFC 9474 has the signer refuse nothing else: these three numbers are their own signatures and tell nothing. */
    @ParameterizedTest
    @MethodSource("engines")
    void zeroOneAndTheLastNumberAreSignedLikeAnyOther(Engine engine) {
        BlindSigner signer = new BlindSigner(KEY, engine);
        for (BigInteger number :
                List.of(BigInteger.ZERO, BigInteger.ONE, PUBLIC.modulus().subtract(BigInteger.ONE))) {
            assertEquals(hex(PUBLIC.bytes(number)), hex(signer.blindSign(PUBLIC.bytes(number))));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aFaultySignatureNeverLeaves(Engine engine) {
        BlindSigner signer = new BlindSigner(Rfc9474.faultyKey(), engine);
        assertEquals(Refusal.SIGNING_FAILURE, refusal(() -> signer.blindSign(bytes(VECTOR.blinded()))));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anyFlippedBitIsSeen(Engine engine) {
        Verifier verifier = new Verifier(PUBLIC, Variant.PSS_RANDOMIZED, engine);
        byte[] message = bytes(VECTOR.prepared());
        byte[] signature = bytes(VECTOR.signature());
        Random random = new Random(17);
        for (int i = 0; i < 40; i++) {
            byte[] wrong = flipped(signature, random.nextInt(8, 8 * signature.length));
            assertEquals(Optional.of(Refusal.INVALID_SIGNATURE), verifier.check(message, wrong));
            byte[] other = flipped(message, random.nextInt(8 * message.length));
            assertEquals(Optional.of(Refusal.INVALID_SIGNATURE), verifier.check(other, signature));
        }
        assertEquals(Optional.empty(), verifier.check(message, signature));
    }

    @Test
    void theVerifierSaysWhichCheckFailed() {
        Verifier verifier = new Verifier(PUBLIC);
        byte[] message = bytes(VECTOR.prepared());
        byte[] signature = bytes(VECTOR.signature());
        byte[] cut = Arrays.copyOf(signature, signature.length - 1);
        assertEquals(Optional.of(Refusal.WRONG_LENGTH), verifier.check(message, cut));
        assertEquals(Optional.of(Refusal.WRONG_LENGTH), verifier.check(message, new byte[0]));
        BigInteger congruent = new BigInteger(1, signature).add(PUBLIC.modulus());
        assertEquals(Optional.of(Refusal.OUT_OF_RANGE), verifier.check(message, PUBLIC.bytes(congruent)));
        assertEquals(Optional.of(Refusal.INVALID_INPUT), verifier.check(new byte[31], signature));
        assertEquals(Optional.of(Refusal.INVALID_SIGNATURE), verifier.check(new byte[32], signature));
        Verifier saltless = new Verifier(PUBLIC, Variant.PSSZERO_RANDOMIZED);
        assertEquals(Optional.of(Refusal.INVALID_SIGNATURE), saltless.check(message, signature));
    }

    @Test
    void aSignatureOfAnotherKeyIsNone() {
        SigningKey issuer = SigningKey.generate(SigningKey.BITS, new SecureRandom());
        VerificationKey other =
                SigningKey.generate(SigningKey.BITS, new SecureRandom()).verificationKey();
        Blinder blinder = new Blinder(issuer.verificationKey(), Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded blinded = blinder.blind(blinder.prepare(new byte[0]));
        byte[] signature = blinder.finish(blinded, new BlindSigner(issuer).blindSign(blinded.message()));
        Refusal refusal =
                new Verifier(other).check(blinded.prepared(), signature).orElseThrow();
        // By chance the number may not even be below the other modulus.
        assertEquals(new BigInteger(1, signature).compareTo(other.modulus()) < 0, refusal == Refusal.INVALID_SIGNATURE);
    }

    @Test
    void theWorkersSideKeepsNothingUseless() {
        Blinder blinder = new Blinder(PUBLIC, Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded blinded = blinder.blind(blinder.prepare(new byte[0]));
        byte[] answer = new BlindSigner(KEY).blindSign(blinded.message());
        byte[] cut = Arrays.copyOf(answer, answer.length - 1);
        assertEquals(Refusal.WRONG_LENGTH, refusal(() -> blinder.finish(blinded, cut)));
        byte[] wrong = flipped(answer, 4000);
        assertEquals(Refusal.INVALID_SIGNATURE, refusal(() -> blinder.finish(blinded, wrong)));
        BigInteger p = KEY.rsa().getPrimeP();
        assertEquals(Refusal.INVALID_INPUT, refusal(() -> blinder.blind(new byte[32], new byte[48], p)));
        assertEquals(Refusal.INVALID_INPUT, refusal(() -> blinder.blind(new byte[32], new byte[48], BigInteger.ZERO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3082010a0282010100", "ffffffff"})
    void whatIsNoKeyIsRefused(String hex) {
        assertEquals(Refusal.UNUSABLE_KEY, refusal(() -> VerificationKey.of(bytes(hex))));
        assertEquals(Refusal.UNUSABLE_KEY, refusal(() -> SigningKey.ofPkcs8(bytes(hex))));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2047, 2056})
    void keysOfOtherLengthsAreRefused(int bits) {
        assertEquals(Refusal.UNUSABLE_KEY, refusal(() -> SigningKey.generate(bits, new SecureRandom())));
    }

    /** Whatever comes in, what goes out is the check's constant: no cause, no stack, none of the input. */
    @Test
    void refusalsAreConstant() {
        BlindSigner signer = new BlindSigner(KEY);
        for (byte[] input : List.of(new byte[3], new byte[300], bytes(VECTOR.prepared()))) {
            RefusedException refused = assertThrows(RefusedException.class, () -> signer.blindSign(input));
            assertEquals(Refusal.WRONG_LENGTH.words(), refused.getMessage());
            assertEquals(RefusedException.class.getName() + ": " + Refusal.WRONG_LENGTH.words(), refused.toString());
            assertNull(refused.getCause());
            assertEquals(0, refused.getStackTrace().length);
            assertEquals(0, refused.getSuppressed().length);
        }
    }

    @Test
    void secretsPrintRedacted() {
        Blinder blinder = new Blinder(PUBLIC, Variant.PSS_RANDOMIZED, new SecureRandom());
        assertEquals("SigningKey[" + PUBLIC.id() + ", redacted]", KEY.toString());
        assertEquals("Blinded[redacted]", blinder.blind(new byte[32]).toString());
        CardSecret secret = CardSecret.random(new Random(3));
        assertFalse((secret + " " + secret.ticket("slot")).contains(secret.characters()));
        assertFalse(
                secret.ticket("slot").toString().contains(secret.ticket("slot").hex()));
    }

    private static Refusal refusal(Runnable action) {
        return assertThrows(RefusedException.class, action::run).refusal();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}
