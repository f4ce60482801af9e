package org.zhisheng.server.organization;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** The union tree: finding nodes, what is above and below them, and adding to it. */
@Singleton
public final class Organizations {
    private final OrganizationStore store;

    Organizations(OrganizationStore store) {
        this.store = store;
    }

    /** Adds a node. Its parent must exist. */
    public Organization add(Organization organization) {
        if (organization.parent() != null) {
            get(organization.parent());
        }
        return store.save(OrganizationStore.Row.of(organization)).organization();
    }

    /** The node with the id; the problem {@code not-found} where there is none. */
    public Organization get(Id id) {
        return find(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** The node with the id, if there is one. */
    public Optional<Organization> find(Id id) {
        return store.findById(id).map(OrganizationStore.Row::organization);
    }

    /** All nodes, siblings in their order. */
    public List<Organization> all() {
        return store.findAllOrderByPosition().stream()
                .map(OrganizationStore.Row::organization)
                .toList();
    }

    /** The way from the root to the node, both included. */
    public List<Organization> path(Id id) {
        Map<Id, Organization> byId = all().stream().collect(Collectors.toMap(Organization::id, Function.identity()));
        Deque<Organization> path = new ArrayDeque<>();
        for (Organization at = byId.get(id); at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
            path.addFirst(at);
        }
        return new ArrayList<>(path);
    }

    /** Whether the node is the given ancestor or lies beneath it. */
    public boolean isWithin(Id node, Id ancestor) {
        return path(node).stream().anyMatch(o -> o.id().equals(ancestor));
    }
}
