package org.zhisheng.server.account;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;

/**
 * A node of the tree as a page shows it: with what is beneath it.
 *
 * @param organization the node
 * @param branches what is beneath it, as far as the reader may see it
 */
@Introspected
record OrganizationBranch(Organization organization, List<OrganizationBranch> branches) {
    /** The nodes as branches; those whose parent is not among them are the tops. */
    static List<OrganizationBranch> of(List<Organization> visible) {
        List<OrganizationBranch> tops = new ArrayList<>();
        Map<Id, OrganizationBranch> byId = new HashMap<>();
        visible.forEach(o -> byId.put(o.id(), new OrganizationBranch(o, new ArrayList<>())));
        for (Organization o : visible) {
            OrganizationBranch above = o.parent() == null ? null : byId.get(o.parent());
            (above == null ? tops : above.branches()).add(Objects.requireNonNull(byId.get(o.id())));
        }
        return tops;
    }
}
