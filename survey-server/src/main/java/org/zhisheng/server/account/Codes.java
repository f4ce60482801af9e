package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** One-time codes: the one that opens a new installation, and invitations. Only their hashes are stored. */
@Singleton
final class Codes {
    static final Duration FIRST_LASTS = Duration.ofHours(24);
    static final Duration INVITATION_LASTS = Duration.ofDays(7);

    private final CodeStore store;
    private final InstantSource clock;
    private final SecureRandom random;

    Codes(CodeStore store, InstantSource clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a code offers.
     *
     * @param key its hash, by which an administrator can cancel it
     * @param role the role, or null for the very first account
     * @param organization where the role holds, or null for the very first account
     * @param note for whom it is, or null
     * @param expiresAt until when it can be used
     */
    record Offer(
            String key,
            @Nullable Role role,
            @Nullable Id organization,
            @Nullable String note,
            Instant expiresAt) {
        static Offer of(CodeStore.Row row) {
            return new Offer(
                    HexFormat.of().formatHex(row.id()), row.role(), row.organization(), row.note(), row.expiresAt());
        }
    }

    /** Makes the code of the very first account, in place of any made before. */
    OneTimeCode first() {
        store.deleteByRoleIsNull();
        return save(null, null, null, null, FIRST_LASTS);
    }

    /** Makes an invitation. */
    OneTimeCode invite(Id by, Role role, Id organization, String note) {
        store.deleteByExpiresAtBefore(now());
        return save(role, organization, note.isBlank() ? null : note.strip(), by, INVITATION_LASTS);
    }

    /** Makes an invitation in nobody's name. */
    OneTimeCode offer(Role role, Id organization, String note) {
        return save(role, organization, note, null, INVITATION_LASTS);
    }

    /** What the code offers, as long as it is neither used nor expired. */
    Optional<Offer> find(OneTimeCode code) {
        return store.findById(code.hash())
                .filter(row -> row.expiresAt().isAfter(now()))
                .map(Offer::of);
    }

    /** Uses the code up; the problem {@code code-not-valid} where somebody has, or it has expired. Call it in a transaction. */
    Offer use(OneTimeCode code) {
        Offer offer = find(code).orElseThrow(() -> ProblemException.of(Problem.CODE_NOT_VALID));
        if (store.removeById(code.hash()) != 1) {
            throw ProblemException.of(Problem.CODE_NOT_VALID);
        }
        return offer;
    }

    /** Invitations that nobody has used yet, the first to expire first. */
    List<Offer> open() {
        return store.findByRoleIsNotNullOrderByExpiresAt().stream()
                .filter(row -> row.expiresAt().isAfter(now()))
                .map(Offer::of)
                .toList();
    }

    /** Takes an invitation back; nothing happens where it is used already. */
    void cancel(String key) {
        store.removeById(HexFormat.of().parseHex(key));
    }

    private OneTimeCode save(
            @Nullable Role role, @Nullable Id organization, @Nullable String note, @Nullable Id by, Duration lasts) {
        OneTimeCode code = OneTimeCode.random(random);
        store.save(new CodeStore.Row(code.hash(), role, organization, note, by, now().plus(lasts)));
        return code;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
