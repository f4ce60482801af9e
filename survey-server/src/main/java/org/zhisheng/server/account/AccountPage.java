package org.zhisheng.server.account;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.organization.Organization;

/** The model of the page of accounts, which several forms come back to. */
@Singleton
final class AccountPage {
    private static final Set<String> DONE = Set.of("name", "password", "code", "cancelled", "removed");

    private final Accounts accounts;
    private final Roster roster;
    private final Access access;

    AccountPage(Accounts accounts, Roster roster, Access access) {
        this.accounts = accounts;
        this.roster = roster;
        this.access = access;
    }

    /**
     * The page for somebody.
     *
     * @param done what has just been done, as the address has it
     * @param faults what was wrong with the form that was sent
     * @param typed what was typed into it
     */
    Map<String, Object> of(Actor actor, String done, List<Fault> faults, Map<String, Object> typed) {
        AccountStore.Row me = accounts.get(actor.account());
        Map<String, Object> model = new HashMap<>();
        model.put("self", "/console/accounts");
        model.put("userName", me.userName());
        model.put("displayName", typed.getOrDefault("displayName", me.displayName()));
        model.put("form", typed);
        model.put("faults", faults);
        if (DONE.contains(done)) {
            model.put("done", "account.done." + done);
        }
        List<Organization> administered = access.where(actor, Permission.INVITE_ACCOUNTS);
        if (!administered.isEmpty()) {
            model.put("isAdministrator", true);
            model.put("administered", administered);
            model.put("roles", roster.givable(actor));
            model.put("members", roster.members(actor));
            model.put("invitations", roster.invitations(actor));
        }
        return model;
    }
}
