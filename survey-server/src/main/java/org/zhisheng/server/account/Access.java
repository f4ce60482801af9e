package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;

/** Decides what a person may do where: a grant at an organization holds for everything beneath it. */
@Singleton
public final class Access {
    private final Organizations organizations;

    Access(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Whether the person may do this at the organization. */
    public boolean may(Actor actor, Permission permission, Id organization) {
        Set<Id> path =
                organizations.path(organization).stream().map(Organization::id).collect(Collectors.toSet());
        return actor.grants().stream()
                .anyMatch(g -> RoleTable.allows(g.role(), permission) && path.contains(g.organization()));
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

    /** The organizations at which the person may do this, in the order of the tree. */
    public List<Organization> where(Actor actor, Permission permission) {
        return organizations.all().stream()
                .filter(o -> may(actor, permission, o.id()))
                .toList();
    }
}
