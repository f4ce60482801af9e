package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;

/** Turns a one-time code into an account with its roles and an open session, all of it or nothing. */
@Singleton
final class Joining {
    /** What the first person becomes: somebody has to keep the platform and to invite the others. */
    private static final List<Role> FIRST_ROLES = List.of(Role.PLATFORM_ADMINISTRATOR, Role.UNION_ADMINISTRATOR);

    private final Codes codes;
    private final Accounts accounts;
    private final GrantStore grants;
    private final Sessions sessions;
    private final Transactions transactions;
    private final SecureRandom random;

    Joining(
            Codes codes,
            Accounts accounts,
            GrantStore grants,
            Sessions sessions,
            Transactions transactions,
            SecureRandom random) {
        this.codes = codes;
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.transactions = transactions;
        this.random = random;
    }

    /**
     * Makes the account that a code stands for.
     *
     * @param root finds or makes the organization at which the very first person administers; not asked for anybody else
     * @return the token of the new session
     */
    Token join(OneTimeCode code, Person person, Supplier<Id> root) {
        return transactions.write(() -> {
            Codes.Offer offer = codes.use(code);
            if (offer.role() == null && !accounts.isEmpty()) {
                throw ProblemException.of(Problem.CODE_NOT_VALID);
            }
            Id account = accounts.create(person);
            if (offer.role() == null) {
                Id organization = root.get();
                FIRST_ROLES.forEach(role -> grant(account, role, organization));
            } else {
                grant(account, offer.role(), Objects.requireNonNull(offer.organization()));
            }
            return sessions.open(account);
        });
    }

    /** Adds the role that a code stands for to an account that exists; a role already held stays as it is. */
    void accept(OneTimeCode code, Actor actor) {
        transactions.run(() -> {
            Codes.Offer offer = codes.use(code);
            if (offer.role() == null || offer.organization() == null) {
                throw ProblemException.of(Problem.CODE_NOT_VALID);
            }
            if (!actor.grants().contains(new Grant(offer.role(), offer.organization()))) {
                grant(actor.account(), offer.role(), offer.organization());
            }
        });
    }

    private void grant(Id account, Role role, Id organization) {
        grants.save(new GrantStore.Row(Id.random(random), account, role, organization));
    }
}
