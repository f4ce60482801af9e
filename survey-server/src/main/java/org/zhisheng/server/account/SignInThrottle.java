package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slows down guessing: after ten failures on one user name, fifteen minutes pass before the next attempt is looked at. By
 * name and not by address, because a whole plant may share one. Only a keyed hash of a name is held, in memory, under a
 * random key that is forgotten every day. Each node counts for itself.
 */
@Singleton
final class SignInThrottle {
    static final int FAILURES = 10;
    static final Duration PAUSE = Duration.ofMinutes(15);

    /** So many names at once are an attack; forgetting them all is cheaper than running out of memory. */
    private static final int MOST_NAMES = 50_000;

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Failures> failures = new HashMap<>();
    private final byte[] key = new byte[32];
    private LocalDate day = LocalDate.MIN;

    SignInThrottle(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Whether an attempt on this name may be looked at now. */
    synchronized boolean admits(String userName) {
        Failures counted = failures.get(hash(userName));
        return counted == null || counted.count() < FAILURES || !counted.until().isAfter(clock.instant());
    }

    /** Counts a failed attempt. */
    synchronized void failed(String userName) {
        if (failures.size() >= MOST_NAMES) {
            failures.clear();
        }
        Instant now = clock.instant();
        failures.merge(
                hash(userName),
                new Failures(1, now.plus(PAUSE)),
                (old, one) -> old.until().isAfter(now) ? new Failures(old.count() + 1, one.until()) : one);
    }

    /** Forgets the failures of somebody who has now signed in. */
    synchronized void succeeded(String userName) {
        failures.remove(hash(userName));
    }

    private String hash(String userName) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(day)) {
            random.nextBytes(key);
            failures.clear();
            day = today;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(userName.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private record Failures(int count, Instant until) {}
}
