package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;

/**
 * Open sessions. One ends twelve hours after it was last used. They live in the database, so that any node can serve
 * anybody and a sign-out holds everywhere at once.
 */
@Singleton
final class Sessions {
    static final Duration LENGTH = Duration.ofHours(12);

    /** How stale the stored end may become: at most one write in this time, however often somebody clicks. */
    private static final Duration SLACK = Duration.ofMinutes(30);

    private final SessionStore sessions;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final InstantSource clock;
    private final SecureRandom random;

    Sessions(
            SessionStore sessions, AccountStore accounts, GrantStore grants, InstantSource clock, SecureRandom random) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
        this.random = random;
    }

    /** Opens a session for somebody who has just proved who they are; always a new one. */
    Token open(Id account) {
        sessions.deleteByExpiresAtBefore(now());
        Token token = Token.random(random);
        sessions.save(new SessionStore.Row(token.hash(), account, now().plus(LENGTH)));
        return token;
    }

    /** Who holds the token, while its session lasts; using it prolongs the session. */
    Optional<Actor> find(Token token) {
        return sessions.findById(token.hash())
                .filter(session -> session.expiresAt().isAfter(now()))
                .map(this::prolonged)
                .flatMap(session -> accounts.findById(session.account()))
                .map(this::actor);
    }

    /** Ends every session of an account. */
    void closeAll(Id account) {
        sessions.deleteByAccount(account);
    }

    /** Ends the token's session, if it has one. */
    void close(Token token) {
        sessions.deleteById(token.hash());
    }

    private SessionStore.Row prolonged(SessionStore.Row session) {
        Instant end = now().plus(LENGTH);
        if (session.expiresAt().isBefore(end.minus(SLACK))) {
            sessions.update(new SessionStore.Row(session.id(), session.account(), end));
        }
        return session;
    }

    private Actor actor(AccountStore.Row account) {
        List<Grant> held = grants.findByAccount(account.id()).stream()
                .map(GrantStore.Row::grant)
                .toList();
        return new Actor(account.id(), account.displayName(), held);
    }

    /** The present as the database can keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
