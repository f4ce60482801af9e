package org.zhisheng.server.organization;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;

/** The union tree: finding nodes, what is above and below them, adding to it and correcting it. */
@Singleton
public final class Organizations {
    private final OrganizationStore store;
    private final Transactions transactions;
    private final SecureRandom random;

    Organizations(OrganizationStore store, Transactions transactions, SecureRandom random) {
        this.store = store;
        this.transactions = transactions;
        this.random = random;
    }

    /** Adds a node with the id and position that it has. Its parent must exist. */
    public Organization add(Organization organization) {
        if (organization.parent() != null) {
            get(organization.parent());
        }
        return store.save(OrganizationStore.Row.of(organization)).organization();
    }

    /** Adds a node without a parent after those that there are; its facts must have no {@link OrganizationFacts#faults}. */
    public Organization addRoot(OrganizationFacts facts) {
        return add(facts.organization(Id.random(random), null, tree().roots().size()));
    }

    /**
     * Adds a node after its siblings.
     *
     * @param parent the node above it
     * @param facts its kind, name, area and what is known of the enterprise; must have no {@link OrganizationFacts#faults}
     * @return the node as it was stored
     */
    public Organization add(Id parent, OrganizationFacts facts) {
        return add(facts.organization(Id.random(random), parent, nextPosition(parent)));
    }

    /** Replaces what is known of a node; its place in the tree stays. */
    public Organization change(Id id, OrganizationFacts facts) {
        Organization old = get(id);
        Organization changed = facts.organization(id, old.parent(), old.position());
        return store.update(OrganizationStore.Row.of(changed)).organization();
    }

    /**
     * Adds many enterprises beneath a node at once, all or none.
     *
     * @param parent the node above them
     * @param names one name an enterprise
     * @return the names that were added; those that the node had already are left out
     */
    public List<String> addEnterprises(Id parent, List<String> names) {
        return transactions.write(() -> {
            Set<String> taken = children(get(parent).id()).stream()
                    .map(Organization::name)
                    .collect(Collectors.toCollection(HashSet::new));
            List<String> added = names.stream().filter(taken::add).toList();
            int position = nextPosition(parent);
            List<OrganizationStore.Row> rows = new ArrayList<>();
            for (String name : added) {
                rows.add(OrganizationStore.Row.of(OrganizationFacts.enterprise(name)
                        .organization(Id.random(random), parent, position + rows.size())));
            }
            store.saveAll(rows);
            return added;
        });
    }

    /** The node with the id; the problem {@code not-found} where there is none. */
    public Organization get(Id id) {
        return find(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** The node with the id, if there is one. */
    public Optional<Organization> find(Id id) {
        return store.findById(id).map(OrganizationStore.Row::organization);
    }

    /** What lies directly beneath a node, in its order. */
    public List<Organization> children(Id id) {
        return store.findByParentOrderByPosition(id).stream()
                .map(OrganizationStore.Row::organization)
                .toList();
    }

    /** All nodes, siblings in their order. */
    public List<Organization> all() {
        return store.findAllOrderByPosition().stream()
                .map(OrganizationStore.Row::organization)
                .toList();
    }

    /** The whole tree, read at once. */
    public OrganizationTree tree() {
        return new OrganizationTree(all());
    }

    /** The way from the root to the node, both included; empty where there is no such node. */
    public List<Organization> path(Id id) {
        Deque<Organization> path = new ArrayDeque<>();
        for (Optional<Organization> at = find(id); at.isPresent(); at = above(at.get())) {
            path.addFirst(at.get());
        }
        return new ArrayList<>(path);
    }

    /** The node directly above a node; empty for a root. */
    public Optional<Organization> above(Organization node) {
        return Optional.ofNullable(node.parent()).flatMap(this::find);
    }

    /** Whether the node is the given ancestor or lies beneath it. */
    public boolean isWithin(Id node, Id ancestor) {
        return path(node).stream().anyMatch(o -> o.id().equals(ancestor));
    }

    private int nextPosition(Id parent) {
        return children(parent).stream().mapToInt(Organization::position).max().orElse(-1) + 1;
    }
}
