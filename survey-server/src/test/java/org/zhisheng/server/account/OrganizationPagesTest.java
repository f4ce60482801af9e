package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.organization.Ownership;
import org.zhisheng.server.organization.SizeClass;
import org.zhisheng.server.platform.Browser;

@Tag("store")
@MicronautTest(transactional = false)
final class OrganizationPagesTest {
    @Inject
    EmbeddedServer server;

    @Inject
    TestAccounts accounts;

    @Inject
    Organizations organizations;

    private Organization county;
    private Browser administrator;
    private String page;

    @BeforeEach
    void signIn() {
        county = organizations.addRoot(new OrganizationFacts(OrganizationKind.COUNTY, "沂水县总工会", null, null, null));
        administrator = accounts.browser(server, Role.UNION_ADMINISTRATOR, county.id());
        page = "/console/organizations/" + county.id();
    }

    @Test
    void anEnterpriseIsAddedWithWhatIsKnownOfIt() {
        HttpResponse<String> added = administrator.post(
                page + "/children",
                "kind",
                "ENTERPRISE",
                "name",
                "食品厂工会",
                "areaCode",
                "371323",
                "size",
                "SMALL",
                "ownership",
                "FOREIGN");
        assertEquals(303, added.statusCode());
        Organization plant = organizations.children(county.id()).getFirst();
        assertEquals("食品厂工会", plant.name());
        assertEquals("371323", plant.areaCode());
        assertEquals(SizeClass.SMALL, plant.size());
        assertEquals(Ownership.FOREIGN, plant.ownership());
        String shown = administrator.get("/console/organizations/" + plant.id()).body();
        assertTrue(shown.contains("小型企业") && shown.contains("外商投资企业") && shown.contains("沂水县总工会"), shown);
        assertTrue(administrator.get("/console/organizations").body().contains("食品厂工会"));
    }

    @Test
    void aPastedColumnMakesManyAndWhatIsThereAlreadyIsSaid() {
        organizations.add(county.id(), OrganizationFacts.enterprise("甲厂工会"));
        HttpResponse<String> added =
                administrator.post(page + "/enterprises", "names", "乙厂工会\t320\r\n\r\n 甲厂工会 \n丙厂工会\n乙厂工会\n");
        assertEquals(200, added.statusCode());
        assertTrue(added.body().contains("已添加 2 家企业"), added.body());
        assertEquals(
                List.of("甲厂工会", "乙厂工会", "丙厂工会"),
                organizations.children(county.id()).stream()
                        .map(Organization::name)
                        .toList());
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() {
        HttpResponse<String> refused = administrator.post(page, "kind", "COUNTY", "name", "沂水县<总>工会", "areaCode", "37");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("区划代码应为"), refused.body());
        assertTrue(refused.body().contains("value=\"沂水县&lt;总&gt;工会\""), refused.body());
        assertEquals("沂水县总工会", organizations.get(county.id()).name());
        assertEquals(
                422, administrator.post(page + "/enterprises", "names", " \n ").statusCode());
    }

    @Test
    void aNameIsCorrected() {
        assertEquals(
                303,
                administrator.post(page, "kind", "COUNTY", "name", "沂水县总工会（筹）").statusCode());
        assertEquals("沂水县总工会（筹）", organizations.get(county.id()).name());
    }

    @Test
    void othersSeeOrNotAndNeverEdit() {
        Browser officer = accounts.browser(server, Role.UNION_OFFICER, county.id());
        assertFalse(officer.get(page).body().contains("<form method=\"post\" action=\"/console/organizations"));
        assertEquals(403, officer.post(page, "name", "x").statusCode());
        assertEquals(403, officer.post(page + "/children", "name", "x").statusCode());
        assertEquals(403, officer.post(page + "/enterprises", "names", "x").statusCode());

        Id elsewhere = organizations.addRoot(OrganizationFacts.enterprise("别处")).id();
        Browser stranger = accounts.browser(server, Role.UNION_ADMINISTRATOR, elsewhere);
        assertEquals(404, stranger.get(page).statusCode());
        assertEquals(404, stranger.post(page, "name", "x").statusCode());
        assertFalse(stranger.get("/console/organizations")
                .body()
                .contains(county.id().toString()));
    }
}
