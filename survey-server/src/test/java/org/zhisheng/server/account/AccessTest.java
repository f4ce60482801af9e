package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;

@Tag("store")
@MicronautTest
final class AccessTest {
    private final Id account = Id.random(new Random(3));

    @Inject
    Organizations organizations;

    @Inject
    Access access;

    private Organization city;
    private Organization county;
    private Organization plant;
    private Organization other;

    @BeforeEach
    void plantTree() {
        city = organizations.addRoot(new OrganizationFacts(OrganizationKind.CITY, "市", null, null, null));
        county = organizations.add(city.id(), new OrganizationFacts(OrganizationKind.COUNTY, "县", null, null, null));
        plant = organizations.add(county.id(), OrganizationFacts.enterprise("厂"));
        other = organizations.add(city.id(), new OrganizationFacts(OrganizationKind.COUNTY, "邻县", null, null, null));
    }

    @Test
    void aGrantHoldsAtItsOrganizationAndBeneathItOnly() {
        Actor officer = actor(Role.UNION_OFFICER, county);
        assertTrue(access.may(officer, Permission.LAUNCH_SURVEY, county.id()));
        assertTrue(access.may(officer, Permission.LAUNCH_SURVEY, plant.id()));
        assertFalse(access.may(officer, Permission.LAUNCH_SURVEY, city.id()));
        assertFalse(access.may(officer, Permission.LAUNCH_SURVEY, other.id()));
        assertEquals(List.of(county, plant), access.where(officer, Permission.LAUNCH_SURVEY));
        assertEquals(List.of(), access.where(officer, Permission.INVITE_ACCOUNTS));
    }

    @Test
    void whatMayNotBeSeenIsNotFoundAndWhatMayNotBeDoneIsRefused() {
        Actor evaluator = actor(Role.EVALUATOR, county);
        assertEquals(Problem.NOT_PERMITTED, refusal(evaluator, Permission.LAUNCH_SURVEY, plant.id()));
        assertEquals(Problem.NOT_FOUND, refusal(evaluator, Permission.LAUNCH_SURVEY, other.id()));
        assertEquals(Problem.NOT_FOUND, refusal(evaluator, Permission.SEE_ORGANIZATION, Id.random(new Random(4))));
        assertEquals(Problem.NOT_FOUND, refusal(actor(), Permission.SEE_ORGANIZATION, city.id()));
    }

    @Test
    void severalGrantsAddUpAndAreListedInTheOrderOfTheTree() {
        Actor actor = new Actor(
                account,
                "王",
                List.of(new Grant(Role.EVALUATOR, other.id()), new Grant(Role.UNION_OFFICER, plant.id())));
        assertEquals(List.of(plant, other), access.where(actor, Permission.READ_RELEASE));
        assertEquals(List.of(plant), access.where(actor, Permission.EDIT_ROUNDS));
    }

    private Problem refusal(Actor actor, Permission permission, Id organization) {
        return assertThrows(ProblemException.class, () -> access.require(actor, permission, organization))
                .problem();
    }

    private Actor actor(Role role, Organization at) {
        return new Actor(account, "王", List.of(new Grant(role, at.id())));
    }

    private Actor actor() {
        return new Actor(account, "王", List.of());
    }
}
