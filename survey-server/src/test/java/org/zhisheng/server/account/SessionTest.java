package org.zhisheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Browser;

@Tag("store")
@MicronautTest(transactional = false)
final class SessionTest {
    private static final String WHO = "/console/test/who";

    private final Random random = new Random(20);

    @Inject
    EmbeddedServer server;

    @Inject
    TestAccounts accounts;

    @Inject
    Organizations organizations;

    @Test
    void whoeverIsSignedInIsKnownToTheController() {
        Organization city =
                organizations.add(new Organization(Id.random(random), null, OrganizationKind.CITY, "临沂市总工会", null, 0));
        HttpResponse<String> answer =
                accounts.browser(server, Role.UNION_OFFICER, city.id()).get(WHO);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("UNION_OFFICER"), answer.body());
    }

    @Test
    void whoeverIsNotIsSentToSignInAndThenBack() {
        HttpResponse<String> answer = new Browser(server.getURI()).get(WHO + "?a=1&b=2");
        assertEquals(303, answer.statusCode());
        assertEquals(
                Optional.of("/sign-in?next=%2Fconsole%2Ftest%2Fwho%3Fa%3D1%26b%3D2"),
                answer.headers().firstValue("Location"));
    }

    @Test
    void aRouteThatForgotToAskWhoItIsDemandsSignInAllTheSame() {
        HttpResponse<String> answer =
                new Browser(server.getURI()).with("Accept", "application/json").post(WHO);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("/problems/not-signed-in"), answer.body());
    }
}
