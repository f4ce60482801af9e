package org.zhisheng.server.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106). 19 MiB, two passes and one lane are the least that OWASP recommends: about
 * 40 ms on a small server. At most two are hashed at a time, so that many people signing in at once cost 38 MiB and not
 * a gigabyte. The parameters and the salt stand in each hash, so that they can be raised later.
 */
@Singleton
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int VERSION = 19;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID, VERSION);
    private final Semaphore turns = new Semaphore(2, true);
    private final String nobodys = hash("the password of nobody");

    /** The hash of a password, with its parameters and a new salt. */
    String hash(String password) {
        return inTurn(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /**
     * Whether the password is the one that was hashed. Without a hash, because there is no such account, the answer is no
     * and takes as long, so that time does not tell whether a user name exists.
     */
    boolean matches(String password, Optional<String> hash) {
        boolean matches = check(password, hash.orElse(nobodys));
        return matches && hash.isPresent();
    }

    private boolean check(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
