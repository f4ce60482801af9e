package org.zhisheng.server.account;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
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
     * Somebody with the roles that are held where the reader may invite.
     *
     * @param displayName the name shown to colleagues
     * @param userName the name typed to sign in
     * @param roles what is held where
     */
    @Introspected
    record Member(String displayName, String userName, List<Held> roles) {}

    /**
     * A role held.
     *
     * @param key id of the grant
     * @param role which
     * @param organization name of where
     */
    @Introspected
    record Held(String key, Role role, String organization) {}

    /** Who holds a role at organizations where the person may invite, by name. */
    List<Member> members(Actor actor) {
        Map<Id, Organization> mine = administered(actor);
        Map<Id, List<GrantStore.Row>> held = grants.findAll().stream()
                .filter(grant -> mine.containsKey(grant.organization()))
                .collect(Collectors.groupingBy(GrantStore.Row::account));
        return accounts.findAllOrderByDisplayName().stream()
                .filter(account -> held.containsKey(account.id()))
                .map(account -> new Member(
                        account.displayName(),
                        account.userName(),
                        held.getOrDefault(account.id(), List.of()).stream()
                                .flatMap(grant -> held(grant, mine.get(grant.organization())).stream())
                                .sorted(Comparator.comparing(Held::role))
                                .toList()))
                .toList();
    }

    private static Optional<Held> held(GrantStore.Row grant, @Nullable Organization organization) {
        return Optional.ofNullable(organization).map(o -> new Held(grant.id().toString(), grant.role(), o.name()));
    }

    /** The organizations at which the person may invite, by id. */
    Map<Id, Organization> administered(Actor actor) {
        return access.where(actor, Permission.INVITE_ACCOUNTS).stream()
                .collect(Collectors.toMap(Organization::id, o -> o));
    }

    /** The roles that the person may give somewhere; those of the daily work first. */
    Set<Role> givable(Actor actor) {
        return actor.grants().stream()
                .sorted(Comparator.comparing(Grant::role).reversed())
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
