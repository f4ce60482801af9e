package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Transactions;

/** Invitations that nobody with an account makes: those of sample data, printed in the terminal at each start. */
@Singleton
public final class Invitations {
    private final Codes codes;
    private final GrantStore grants;
    private final Transactions transactions;

    Invitations(Codes codes, GrantStore grants, Transactions transactions) {
        this.codes = codes;
        this.grants = grants;
        this.transactions = transactions;
    }

    /**
     * A fresh one-time code to a role, in place of the one that an earlier start printed; empty once somebody holds the
     * role there.
     *
     * @param note by which the code is known again
     */
    public Optional<String> renew(Role role, Id organization, String note) {
        boolean held = grants.findAll().stream()
                .anyMatch(grant -> grant.role() == role && grant.organization().equals(organization));
        if (held) {
            return Optional.empty();
        }
        return transactions.write(() -> {
            codes.open().stream()
                    .filter(offer -> offer.role() == role
                            && Objects.equals(offer.organization(), organization)
                            && note.equals(offer.note()))
                    .forEach(offer -> codes.cancel(offer.key()));
            return Optional.of(codes.offer(role, organization, note).grouped());
        });
    }
}
