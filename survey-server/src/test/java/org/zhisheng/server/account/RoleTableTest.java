package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole table, so that a change of it is seen by whoever reviews it. */
final class RoleTableTest {
    private static final String TABLE = """
                                    PLATFORM_ UNION_    UNION_  HIGHER_ WORKER_ EVALUATOR
            SEE_ORGANIZATION        x         x         x       x       x       x
            EDIT_ORGANIZATIONS      x         x         .       .       .       .
            INVITE_ACCOUNTS         x         x         .       .       .       .
            SEE_ROUNDS              .         x         x       x       x       x
            EDIT_ROUNDS             .         x         x       .       .       .
            PREPARE_SURVEY          .         x         x       .       .       .
            LAUNCH_SURVEY           .         x         x       .       .       .
            CLOSE_SURVEY            .         x         x       .       .       .
            AMEND_FRAME             .         x         x       .       .       .
            PRINT_POSTERS           .         x         x       .       x       .
            SEE_PARTICIPATION       .         x         x       .       .       .
            READ_RELEASE            .         x         x       x       x       x
            REDACT_COMMENTS         .         x         x       .       .       .
            READ_RESTRICTED_RELEASE .         .         .       .       x       .
            REDACT_RESTRICTED_COMMENTS .      .         .       .       x       .
            READ_REPRISAL_ALERT     .         .         .       x       .       .
            SEE_SCORECARDS          .         x         x       x       x       x
            ENTER_FACTS             .         x         x       .       .       .
            EVALUATE                .         .         .       .       .       x
            EDIT_SCHEMES            .         x         .       .       .       .
            """;

    @Test
    void theTableIsThis() {
        List<String> expected = TABLE.lines()
                .skip(1)
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
        List<String> actual =
                Arrays.stream(Permission.values()).map(RoleTableTest::row).toList();
        assertEquals(expected, actual);
    }

    private static String row(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> RoleTable.allows(role, permission) ? "x" : ".")
                .collect(Collectors.joining(" ", permission + " ", ""));
    }

    @Test
    void onlyAdministratorsGiveRolesAndEachRoleIsGivenBySomebody() {
        Set<Role> giving = Arrays.stream(Role.values())
                .filter(role -> !RoleTable.gives(role).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(Set.of(Role.PLATFORM_ADMINISTRATOR, Role.UNION_ADMINISTRATOR), giving);
        assertTrue(giving.stream().allMatch(role -> RoleTable.allows(role, Permission.INVITE_ACCOUNTS)));
        Set<Role> given =
                giving.stream().flatMap(role -> RoleTable.gives(role).stream()).collect(Collectors.toSet());
        assertEquals(Stream.of(Role.values()).collect(Collectors.toSet()), given);
    }
}
