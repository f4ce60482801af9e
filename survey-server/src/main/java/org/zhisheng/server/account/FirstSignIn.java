package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.zhisheng.server.platform.StartupNotice;

/**
 * The way into a new installation: while nobody has an account, each start prints a link with a fresh one-time code. It
 * stands behind the {@code #}, which browsers keep to themselves. There is no default password.
 */
@Singleton
final class FirstSignIn implements StartupNotice {
    private final Accounts accounts;
    private final Codes codes;

    FirstSignIn(Accounts accounts, Codes codes) {
        this.accounts = accounts;
        this.codes = codes;
    }

    @Override
    public List<String> lines(URI address) {
        if (!accounts.isEmpty()) {
            return List.of();
        }
        return List.of(
                "首次登录（24 小时内有效，只能用一次）/ First sign-in (once, within 24 hours):",
                "  " + address + "/sign-in#" + codes.first().grouped());
    }
}
