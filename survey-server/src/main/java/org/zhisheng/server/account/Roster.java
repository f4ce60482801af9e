package org.zhisheng.server.account;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;

/** Who holds which role where, as far as an administrator may know; giving roles by invitation and taking them. */
@Singleton
final class Roster {
    private final Access access;
    private final Organizations organizations;
    private final GrantStore grants;
    private final AccountStore accounts;
    private final Codes codes;

    Roster(Access access, Organizations organizations, GrantStore grants, AccountStore accounts, Codes codes) {
        this.access = access;
        this.organizations = organizations;
        this.grants = grants;
        this.accounts = accounts;
        this.codes = codes;
    }

    /**
     * A role that somebody holds.
     *
     * @param key id of the grant
     * @param displayName whose
     * @param userName whose
     * @param role which
     * @param organization name of where
     */
    @Introspected
    record Entry(String key, String displayName, String userName, Role role, String organization) {}

    /** The roles held at organizations where the person may invite, by name. */
    List<Entry> entries(Actor actor) {
        Map<Id, Organization> mine = administered(actor);
        Map<Id, AccountStore.Row> people = new HashMap<>();
        accounts.findAll().forEach(account -> people.put(account.id(), account));
        return grants.findAll().stream()
                .flatMap(grant -> entry(grant, people.get(grant.account()), mine.get(grant.organization())).stream())
                .sorted(Comparator.comparing(Entry::displayName)
                        .thenComparing(Entry::userName)
                        .thenComparing(Entry::role))
                .toList();
    }

    private static Optional<Entry> entry(
            GrantStore.Row grant, AccountStore.@Nullable Row person, @Nullable Organization organization) {
        return person == null || organization == null
                ? Optional.empty()
                : Optional.of(new Entry(
                        grant.id().toString(),
                        person.displayName(),
                        person.userName(),
                        grant.role(),
                        organization.name()));
    }

    /** The organizations at which the person may invite, by id. */
    Map<Id, Organization> administered(Actor actor) {
        return access.where(actor, Permission.INVITE_ACCOUNTS).stream()
                .collect(Collectors.toMap(Organization::id, o -> o));
    }

    /** The roles that the person may give somewhere, in the order of the table. */
    Set<Role> givable(Actor actor) {
        return actor.grants().stream()
                .flatMap(grant -> RoleTable.gives(grant.role()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Invites somebody to a role at an organization, if the person may give it there. */
    OneTimeCode invite(Actor actor, Role role, Id organization, String note) {
        requireGiving(actor, role, organization);
        return codes.invite(actor.account(), role, organization, note);
    }

    /**
     * An invitation that nobody has used yet.
     *
     * @param key by which it is cancelled
     * @param note for whom it is; empty where not said
     * @param role to which role
     * @param organization name of where
     * @param expiresAt until when it can be used
     */
    @Introspected
    record Invitation(String key, String note, Role role, String organization, Instant expiresAt) {}

    /** Invitations to organizations at which the person may invite, the first to expire first. */
    List<Invitation> invitations(Actor actor) {
        Map<Id, Organization> mine = administered(actor);
        return codes.open().stream()
                .flatMap(offer -> invitation(offer, mine).stream())
                .toList();
    }

    private static Optional<Invitation> invitation(Codes.Offer offer, Map<Id, Organization> mine) {
        Role role = offer.role();
        Organization organization = offer.organization() == null ? null : mine.get(offer.organization());
        return role == null || organization == null
                ? Optional.empty()
                : Optional.of(new Invitation(
                        offer.key(),
                        offer.note() == null ? "" : offer.note(),
                        role,
                        organization.name(),
                        offer.expiresAt()));
    }

    /** Takes an invitation back. */
    void cancel(Actor actor, String key) {
        if (invitations(actor).stream().noneMatch(open -> open.key().equals(key))) {
            throw ProblemException.of(Problem.NOT_FOUND);
        }
        codes.cancel(key);
    }

    /** Takes a role from somebody. The platform's last administrator stays. */
    void remove(Actor actor, Id grant) {
        GrantStore.Row row = grants.findById(grant).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        requireGiving(actor, row.role(), row.organization());
        if (row.role() == Role.PLATFORM_ADMINISTRATOR && grants.countByRole(Role.PLATFORM_ADMINISTRATOR) == 1) {
            throw ProblemException.of(Problem.LAST_ADMINISTRATOR);
        }
        grants.deleteById(grant);
    }

    /** A role is given by whoever holds one that gives it, at the organization or above. */
    private void requireGiving(Actor actor, Role role, Id organization) {
        access.require(actor, Permission.INVITE_ACCOUNTS, organization);
        Optional<Grant> giving = actor.grants().stream()
                .filter(grant -> RoleTable.gives(grant.role()).contains(role))
                .filter(grant -> organizations.isWithin(organization, grant.organization()))
                .findFirst();
        if (giving.isEmpty()) {
            throw ProblemException.of(Problem.NOT_PERMITTED);
        }
    }
}
