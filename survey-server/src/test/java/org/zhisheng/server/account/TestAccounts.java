package org.zhisheng.server.account;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;

/** Makes signed-in browsers for the HTTP tests of every feature. */
@Singleton
public final class TestAccounts {
    private final AccountStore accounts;
    private final GrantStore grants;
    private final Sessions sessions;
    private final SecureRandom random;

    TestAccounts(AccountStore accounts, GrantStore grants, Sessions sessions, SecureRandom random) {
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.random = random;
    }

    /** A browser in which somebody new, who holds the role at the organization, is signed in. */
    public Browser browser(EmbeddedServer server, Role role, Id organization) {
        return browser(server, add(role, organization));
    }

    /** A browser in which the person of the account is signed in. */
    public Browser browser(EmbeddedServer server, Id account) {
        return new Browser(server.getURI()).with("Cookie", cookies(account));
    }

    /** A new session's token of the account, for browsers that keep cookies themselves. */
    public String token(Id account) {
        return sessions.open(account).text();
    }

    private String cookies(Id account) {
        // Under both names of the cookie: tests run with and without a public address over HTTPS.
        String token = token(account);
        return "session=" + token + "; __Host-session=" + token;
    }

    /** A new account that holds the role at the organization. It has no password that would let anybody in. */
    public Id add(Role role, Id organization) {
        Id account = Id.random(random);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        accounts.save(new AccountStore.Row(account, "test-" + account, "测试员", "-", now));
        grant(account, role, organization);
        return account;
    }

    /** Lets an account hold a role at one more organization. */
    public void grant(Id account, Role role, Id organization) {
        grants.save(new GrantStore.Row(Id.random(random), account, role, organization));
    }
}
