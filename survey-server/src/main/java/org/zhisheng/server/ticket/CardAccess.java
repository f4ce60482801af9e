package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organizations;

/**
 * Who may print and count cards: who may print posters where the survey is fielded. An issuer on a host of its own does not
 * know the collector's organizations; there it is who may print posters at all.
 */
@Singleton
final class CardAccess {
    private final Access access;
    private final Organizations organizations;

    CardAccess(Access access, Organizations organizations) {
        this.access = access;
        this.organizations = organizations;
    }

    boolean may(Actor actor, Deck deck) {
        Id organization = deck.founder().organization();
        return organizations.find(organization).isPresent()
                ? access.may(actor, Permission.PRINT_POSTERS, organization)
                : !access.where(actor, Permission.PRINT_POSTERS).isEmpty();
    }

    void require(Actor actor, Deck deck) {
        Id organization = deck.founder().organization();
        if (organizations.find(organization).isPresent()) {
            access.require(actor, Permission.PRINT_POSTERS, organization);
        } else if (!may(actor, deck)) {
            throw ProblemException.of(Problem.NOT_PERMITTED);
        }
    }
}
