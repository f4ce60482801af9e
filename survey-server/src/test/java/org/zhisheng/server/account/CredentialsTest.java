package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes, passwords, and how guessing them is slowed down. */
final class CredentialsTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aCodeHas80BitsInFourGroupsAndForgivesTyping() {
        OneTimeCode code = OneTimeCode.random(random);
        assertTrue(code.grouped().matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"), code.grouped());
        String typed = " "
                + code.grouped()
                        .toLowerCase()
                        .replace('0', 'o')
                        .replace('1', 'l')
                        .replace("-", " ");
        assertArrayEquals(code.hash(), OneTimeCode.typed(typed).hash());
    }

    @Test
    void codesAndTokensDifferAndPrintNothing() {
        Set<String> codes = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(OneTimeCode.random(random).letters());
            tokens.add(Token.random(random).text());
        }
        assertEquals(1_000, codes.size());
        assertEquals(1_000, tokens.size());
        assertEquals(43, tokens.iterator().next().length(), "256 bits in Base64");
        assertEquals("Token[…]", Token.random(random).toString());
        assertEquals("OneTimeCode[…]", OneTimeCode.random(random).toString());
        assertEquals("Person[wang]", new Person("Wang", "王", "secret secret").toString());
    }

    @Test
    void aPasswordIsKeptAsArgon2idWithItsParameters() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("mountains are calm");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(passwords.matches("mountains are calm", Optional.of(hash)));
        assertFalse(passwords.matches("mountains are calm ", Optional.of(hash)));
        assertFalse(passwords.matches("mountains are calm", Optional.empty()));
        assertFalse(passwords.matches("the password of nobody", Optional.empty()));
        assertFalse(hash.equals(passwords.hash("mountains are calm")), "the salt is new each time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "123456789",
                "1234567890",
                "Password123",
                "wangjianguo",
                "WangJianGuo",
                "aaaaaaaaaaaa",
                "一二一二一二一二一二"
            })
    void weakPasswordsAreRefused(String password) {
        assertTrue(
                new PasswordRules().fault("password", password, "wangjianguo").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mountains are calm", "沂蒙山上好风光啊真好", "x7!kQp02vB"})
    void othersAreTaken(String password) {
        assertEquals(Optional.empty(), new PasswordRules().fault("password", password, "wangjianguo"));
    }

    @Test
    void afterTenFailuresAPausePassesByNameAlone() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-05T10:00:00Z"));
        InstantSource clock = now::get;
        SignInThrottle throttle = new SignInThrottle(clock, random);
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertTrue(throttle.admits("wang"));
            throttle.failed("wang");
        }
        assertFalse(throttle.admits("wang"));
        assertTrue(throttle.admits("li"));
        now.set(now.get().plus(SignInThrottle.PAUSE));
        assertTrue(throttle.admits("wang"));
    }

    @Test
    void successForgetsFailuresAndSoDoesTheNextDay() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-05T23:59:00Z"));
        SignInThrottle throttle = new SignInThrottle(now::get, random);
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            throttle.failed("wang");
            throttle.failed("li");
        }
        throttle.succeeded("wang");
        assertTrue(throttle.admits("wang"));
        assertFalse(throttle.admits("li"));
        now.set(Instant.parse("2026-11-06T00:00:00Z"));
        assertTrue(throttle.admits("li"));
    }
}
