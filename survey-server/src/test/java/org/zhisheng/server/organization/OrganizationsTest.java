package org.zhisheng.server.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;

@MicronautTest
final class OrganizationsTest {
    private final Random random = new Random(1);

    @Inject
    Organizations organizations;

    @Test
    void theWayFromTheRootToAnEnterpriseIsFoundInTheTree() {
        Organization city = add(null, OrganizationKind.CITY, "临沂市总工会");
        Organization county = add(city, OrganizationKind.COUNTY, "沂水县总工会");
        Organization plant = add(county, OrganizationKind.ENTERPRISE, "沂水食品厂工会");

        assertEquals(List.of(city, county, plant), organizations.path(plant.id()));
        assertTrue(organizations.isWithin(plant.id(), city.id()));
        assertFalse(organizations.isWithin(city.id(), plant.id()));
    }

    private Organization add(Organization parent, OrganizationKind kind, String name) {
        return organizations.add(
                new Organization(Id.random(random), parent == null ? null : parent.id(), kind, name, null, 0));
    }
}
