package org.zhisheng.server.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.Surveys;

/** An officer prints cards in a real browser, and sees how far it is. */
@Tag("browser")
@MicronautTest(transactional = false)
final class CardPagesBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots", "cards");

    @Inject
    EmbeddedServer server;

    @Inject
    TicketSurveys samples;

    @Inject
    Surveys surveys;

    @Inject
    TestAccounts accounts;

    @Test
    void theCardsAreDownloadedAndThePageShowsTheBatches() {
        Round round = samples.round();
        Fielded survey = samples.launch(round, Mode.TICKET, 40, 60);
        Id account = accounts.add(Role.UNION_OFFICER, round.organization());
        String base = server.getURI().toString();
        try (Chromium chromium = new Chromium();
                BrowserContext office = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(base)
                                .setLocale("zh-CN")
                                .setViewportSize(1440, 900))) {
            office.addCookies(List.of(new Cookie("session", accounts.token(account)).setUrl(base)));
            Page page = office.newPage();
            page.navigate("/console/surveys/" + survey.id() + "?launched=1");
            shot(page, "survey");
            page.click(".page-actions a.btn-primary");
            shot(page, "before");
            Download download = page.waitForDownload(() -> page.click("[data-cards] button"));
            assertEquals("cards-" + survey.manifest().code() + ".pdf", download.suggestedFilename());
            page.waitForSelector("text=第 2 批");
            assertTrue(page.content().contains("这一轮的卡片都印好了"));
            shot(page, "after");
            page.setViewportSize(360, 740);
            shot(page, "after-phone");
            assertFits(page);
            surveys.amend(survey.id(), "01", 50, "漏了新来的", "王秀兰");
            surveys.amend(survey.id(), "02", 50, "有人退休", "王秀兰");
            page.navigate("/console/cards/" + survey.id() + "?lang=en");
            assertTrue(page.content().contains("10 too many"), "what is too much is said");
            shot(page, "corrected-phone");
            assertFits(page);
            page.setViewportSize(1440, 900);
            shot(page, "corrected");
            page.setViewportSize(360, 740);
            page.navigate("/issue/form?survey=" + survey.manifest().code());
            shot(page, "typed-code-phone");
        }
    }

    private static void assertFits(Page page) {
        assertEquals(
                360,
                ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
                "nothing sticks out on a phone");
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
