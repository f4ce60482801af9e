package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;

final class SealerTest {
    private static final int LONGEST = 300;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key = key();
    private final Id survey = Id.random(new Random());
    private final Sealer sealer = sealer(key, survey, "response");

    @Test
    void whatIsSealedOpensAgainAndNeverLooksTheSame() {
        byte[] plain = "满意".getBytes(StandardCharsets.UTF_8);
        byte[] once = sealer.seal(plain);
        byte[] twice = sealer.seal(plain);
        assertArrayEquals(plain, sealer.open(once));
        assertArrayEquals(plain, sealer.open(twice));
        assertFalse(Arrays.equals(once, twice));
    }

    /** NIST SP 800-38D with a 96-bit nonce in front and a 128-bit tag behind, as any other program would open it. */
    @Test
    void theFormatIsNonceCiphertextTagBoundToSurveyAndTable() throws Exception {
        byte[] sealed = sealer.seal(new byte[] {1, 2, 3});
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD(survey.bytes());
        cipher.updateAAD("response".getBytes(StandardCharsets.US_ASCII));
        byte[] padded = cipher.doFinal(sealed, 12, sealed.length - 12);
        byte[] expected = new byte[4 + LONGEST];
        System.arraycopy(new byte[] {0, 0, 0, 3, 1, 2, 3}, 0, expected, 0, 7);
        assertArrayEquals(expected, padded);
    }

    @Test
    void everyRowIsEquallyLong() {
        Set<Integer> lengths = new TreeSet<>();
        for (int length = 0; length <= LONGEST; length++) {
            lengths.add(sealer.seal(new byte[length]).length);
        }
        assertEquals(Set.of(12 + 4 + LONGEST + 16), lengths);
        assertThrows(IllegalStateException.class, () -> sealer.seal(new byte[LONGEST + 1]));
    }

    @Test
    void anotherKeySurveyOrTableOpensNothing() {
        byte[] sealed = sealer.seal(new byte[] {7});
        assertThrows(
                IllegalStateException.class,
                () -> sealer(key(), survey, "response").open(sealed));
        assertThrows(
                IllegalStateException.class,
                () -> sealer(key, Id.random(random), "response").open(sealed));
        assertThrows(
                IllegalStateException.class,
                () -> sealer(key, survey, "response_text").open(sealed));
        assertThrows(
                IllegalStateException.class,
                () -> sealer(null, survey, "response").open(sealed));
    }

    @Test
    void ofSeveralKeysTheFirstSealsAndEachOpensItsOwn() {
        SecretKey newer = key();
        Sealer both = new Sealer(List.of(newer, key), survey, "response", LONGEST, random);
        assertEquals(1, both.openAny(sealer.seal(new byte[] {7})).key());
        assertEquals(0, both.openAny(both.seal(new byte[] {7})).key());
        assertThrows(IllegalStateException.class, () -> sealer.open(both.seal(new byte[] {7})));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] sealed = sealer.seal(new byte[] {7});
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThrows(IllegalStateException.class, () -> sealer.open(changed));
        }
        assertThrows(IllegalStateException.class, () -> sealer.open(Arrays.copyOf(sealed, sealed.length - 1)));
        assertThrows(IllegalStateException.class, () -> sealer.open(new byte[5]));
        assertThrows(IllegalStateException.class, () -> sealer.open(new byte[0]));
    }

    private Sealer sealer(SecretKey with, Id of, String table) {
        return new Sealer(with == null ? List.of() : List.of(with), of, table, LONGEST, random);
    }

    private SecretKey key() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }
}
