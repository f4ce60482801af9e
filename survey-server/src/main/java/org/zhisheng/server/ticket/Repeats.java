package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.survey.ChinaTime;

/**
 * Bounds how often one card can have its credential signed again: an RSA signature is what a request costs most, and who
 * has no card gets none. Counted in memory under a key that is drawn anew each day.
 *
 * <p>Wrong tickets are not limited, and no address is looked at. Nobody guesses one of 2⁸⁰ tickets, refusing one costs as
 * much as a limit would, and a limit on the address that a whole plant shares would let one person in it, or behind the
 * same proxy, keep all others from answering.
 */
@Singleton
final class Repeats {
    /** Many times what a phone with a bad connection needs. */
    static final int MOST_A_DAY = 200;

    private static final int KEY_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random;
    private final Map<ByteBuffer, Integer> counts = new HashMap<>();
    private final byte[] key = new byte[KEY_BYTES];
    private @Nullable LocalDate day;

    Repeats(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Lets a used ticket pass once more, or refuses it with {@code too-many-requests}. */
    synchronized void admit(TicketStore.Key ticket) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        if (!today.equals(day)) {
            day = today;
            random.nextBytes(key);
            counts.clear();
        }
        if (counts.merge(ByteBuffer.wrap(Digest.hmac(key, ticket.digest())), 1, Integer::sum) > MOST_A_DAY) {
            throw ProblemException.of(Problem.TOO_MANY_REQUESTS);
        }
    }
}
