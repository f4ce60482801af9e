package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationTree;
import org.zhisheng.server.organization.Organizations;

/** Decides what a person may do where: a grant at an organization holds for everything beneath it. */
@Singleton
public final class Access {
    private final Organizations organizations;

    Access(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Whether the person may do this at the organization: looks upwards until a grant is met. */
    public boolean may(Actor actor, Permission permission, Id organization) {
        Set<Id> granted = granted(actor, permission);
        if (granted.isEmpty() || granted.contains(organization)) {
            return !granted.isEmpty();
        }
        Optional<Organization> at = organizations.find(organization).flatMap(organizations::above);
        while (at.isPresent() && !granted.contains(at.get().id())) {
            at = organizations.above(at.get());
        }
        return at.isPresent();
    }

    /**
     * Lets the person pass or refuses. An organization that the person may not even see is reported as not found, so
     * that its existence is not told.
     */
    public void require(Actor actor, Permission permission, Id organization) {
        if (!may(actor, permission, organization)) {
            throw ProblemException.of(
                    may(actor, Permission.SEE_ORGANIZATION, organization) ? Problem.NOT_PERMITTED : Problem.NOT_FOUND);
        }
    }

    /** The organizations at which the person may do this, each before what is beneath it. */
    public List<Organization> where(Actor actor, Permission permission) {
        return where(actor, permission, organizations.tree());
    }

    /** The same within a tree that has been read already. */
    List<Organization> where(Actor actor, Permission permission, OrganizationTree tree) {
        Set<Id> granted = granted(actor, permission);
        return tree.chosenAndBeneath(o -> granted.contains(o.id()));
    }

    private static Set<Id> granted(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> RoleTable.allows(grant.role(), permission))
                .map(Grant::organization)
                .collect(Collectors.toSet());
    }
}
