package org.zhisheng.server.account;

import static org.zhisheng.server.account.Permission.AMEND_FRAME;
import static org.zhisheng.server.account.Permission.CLOSE_SURVEY;
import static org.zhisheng.server.account.Permission.EDIT_ORGANIZATIONS;
import static org.zhisheng.server.account.Permission.EDIT_ROUNDS;
import static org.zhisheng.server.account.Permission.EDIT_SCHEMES;
import static org.zhisheng.server.account.Permission.ENTER_FACTS;
import static org.zhisheng.server.account.Permission.EVALUATE;
import static org.zhisheng.server.account.Permission.INVITE_ACCOUNTS;
import static org.zhisheng.server.account.Permission.LAUNCH_SURVEY;
import static org.zhisheng.server.account.Permission.PREPARE_SURVEY;
import static org.zhisheng.server.account.Permission.PRINT_POSTERS;
import static org.zhisheng.server.account.Permission.READ_RELEASE;
import static org.zhisheng.server.account.Permission.READ_REPRISAL_ALERT;
import static org.zhisheng.server.account.Permission.READ_RESTRICTED_RELEASE;
import static org.zhisheng.server.account.Permission.REDACT_COMMENTS;
import static org.zhisheng.server.account.Permission.REDACT_RESTRICTED_COMMENTS;
import static org.zhisheng.server.account.Permission.SEE_ORGANIZATION;
import static org.zhisheng.server.account.Permission.SEE_PARTICIPATION;
import static org.zhisheng.server.account.Permission.SEE_ROUNDS;
import static org.zhisheng.server.account.Permission.SEE_SCORECARDS;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table of who may do what. No permission reads a single response: nobody has that one. Comments are read one by
 * one, apart from every answer, by who redacts them: the union's officers, and the worker-side team its own.
 */
public final class RoleTable {
    private static final Map<Role, Set<Permission>> TABLE = Map.of(
            Role.PLATFORM_ADMINISTRATOR, Set.of(SEE_ORGANIZATION, EDIT_ORGANIZATIONS, INVITE_ACCOUNTS),
            Role.UNION_ADMINISTRATOR,
                    Set.of(
                            SEE_ORGANIZATION,
                            EDIT_ORGANIZATIONS,
                            INVITE_ACCOUNTS,
                            SEE_ROUNDS,
                            EDIT_ROUNDS,
                            PREPARE_SURVEY,
                            LAUNCH_SURVEY,
                            CLOSE_SURVEY,
                            AMEND_FRAME,
                            PRINT_POSTERS,
                            SEE_PARTICIPATION,
                            READ_RELEASE,
                            REDACT_COMMENTS,
                            SEE_SCORECARDS,
                            ENTER_FACTS,
                            EDIT_SCHEMES),
            Role.UNION_OFFICER,
                    Set.of(
                            SEE_ORGANIZATION,
                            SEE_ROUNDS,
                            EDIT_ROUNDS,
                            PREPARE_SURVEY,
                            LAUNCH_SURVEY,
                            CLOSE_SURVEY,
                            AMEND_FRAME,
                            PRINT_POSTERS,
                            SEE_PARTICIPATION,
                            READ_RELEASE,
                            REDACT_COMMENTS,
                            SEE_SCORECARDS,
                            ENTER_FACTS),
            Role.HIGHER_UNION, Set.of(SEE_ORGANIZATION, SEE_ROUNDS, READ_RELEASE, READ_REPRISAL_ALERT, SEE_SCORECARDS),
            Role.WORKER_TEAM,
                    Set.of(
                            SEE_ORGANIZATION,
                            SEE_ROUNDS,
                            PRINT_POSTERS,
                            READ_RELEASE,
                            READ_RESTRICTED_RELEASE,
                            REDACT_RESTRICTED_COMMENTS,
                            SEE_SCORECARDS),
            Role.EVALUATOR, Set.of(SEE_ORGANIZATION, SEE_ROUNDS, READ_RELEASE, SEE_SCORECARDS, EVALUATE));

    /** Which roles somebody may give to others and take from them, in the order in which they are offered. */
    private static final Map<Role, List<Role>> GIVES = Map.of(
            Role.PLATFORM_ADMINISTRATOR,
            List.of(Role.UNION_ADMINISTRATOR, Role.PLATFORM_ADMINISTRATOR),
            Role.UNION_ADMINISTRATOR,
            List.of(Role.UNION_OFFICER, Role.UNION_ADMINISTRATOR, Role.WORKER_TEAM, Role.HIGHER_UNION, Role.EVALUATOR));

    private RoleTable() {}

    /** Whether a role holds a permission. */
    public static boolean allows(Role role, Permission permission) {
        return TABLE.getOrDefault(role, Set.of()).contains(permission);
    }

    /** The roles that a holder of this role gives and takes, where it holds. */
    public static List<Role> gives(Role role) {
        return GIVES.getOrDefault(role, List.of());
    }
}
