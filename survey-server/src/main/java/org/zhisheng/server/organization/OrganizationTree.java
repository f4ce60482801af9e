package org.zhisheng.server.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/** The whole union tree as it was when it was read: for pages that show it and for listing what somebody may see. */
public final class OrganizationTree {
    private final Map<Id, Organization> byId = new HashMap<>();
    private final Map<@Nullable Id, List<Organization>> children = new HashMap<>();

    OrganizationTree(Collection<Organization> organizations) {
        for (Organization organization : organizations) {
            byId.put(organization.id(), organization);
            children.computeIfAbsent(organization.parent(), parent -> new ArrayList<>())
                    .add(organization);
        }
    }

    /** The node with the id, if there is one. */
    public Optional<Organization> find(Id id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The nodes without a parent, in their order. */
    public List<Organization> roots() {
        return List.copyOf(children.getOrDefault(null, List.of()));
    }

    /** What lies directly beneath a node, in its order. */
    public List<Organization> children(Id id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /**
     * The nodes that are chosen or lie beneath one that is, each before what is beneath it: one pass over the tree,
     * however many nodes and choices there are.
     */
    public List<Organization> chosenAndBeneath(Predicate<Organization> chosen) {
        List<Organization> found = new ArrayList<>();
        roots().forEach(root -> collect(root, chosen, false, found));
        return found;
    }

    private void collect(
            Organization at, Predicate<Organization> chosen, boolean isAboveChosen, List<Organization> found) {
        boolean isChosen = isAboveChosen || chosen.test(at);
        if (isChosen) {
            found.add(at);
        }
        children(at.id()).forEach(child -> collect(child, chosen, isChosen, found));
    }
}
