package org.zhisheng.server.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.response.SampleAnswers;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/** The redactor at a desk and on a phone, then the reader: taps hide words, and what is released is what was previewed. */
@Tag("browser")
@MicronautTest(transactional = false)
final class RedactorBrowserTest {
    private static final Path SHOTS = Path.of("target/screenshots/comment");
    private static final List<String> COMMENTS = List.of(
            "希望王主任别再骂人，有事请打13805391234找我核实",
            "食堂的菜太咸了，热水也不够",
            "食堂的菜太咸了，热水也不够！",
            "食堂的菜太咸了，热水也不够",
            "夜班津贴三年没涨过，食堂也该改善",
            "质检班长的态度差，食堂排队要二十分钟",
            "我3月15日在二车间东门摔伤，至今没有赔，食堂阿姨都知道",
            "食堂能不能早开半小时，夜班吃不上饭",
            "张伟民经常让我们免费加班，连食堂都关门了",
            "食堂价格又涨了，工资没有涨",
            "宿舍八个人一间太挤，食堂座位也少",
            "希望年底双薪能兑现，食堂补贴照旧",
            "工号A10234的加班费漏算了，食堂卡也扣错",
            "食堂应该公开账目");

    private static Chromium chromium;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys surveys;

    @Inject
    TestAccounts accounts;

    @Inject
    Results results;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void wordsAreHiddenByTapsAndReleasedAsPreviewed() {
        Manifest survey = survey();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext desk = context(survey, Role.UNION_OFFICER, 1440);
                BrowserContext phone = context(survey, Role.UNION_OFFICER, 390)) {
            Page page = page(desk, complaints);
            page.navigate(path(survey, "/comments"));
            shot(page, "overview-1440");
            page.click("a[href$='/comments/PRE-F1']");
            shot(page, "queue-1440");

            Page small = page(phone, complaints);
            small.navigate(path(survey, "/comments/PRE-F1"));
            assertEquals(390, small.evaluate("document.documentElement.scrollWidth"));
            shot(small, "queue-390");
            String expected = tap(small);

            decideAll(page, survey);
            page.navigate(path(survey, "/comments/PRE-F1?decided=true"));
            shot(page, "decided-1440");
            page.navigate(path(survey, "/comments"));
            page.onDialog(dialog -> dialog.accept());
            page.click("form[action$='/release-comments'] button");
            page.waitForURL("**/result#comments");
            assertTrue(page.textContent("section[aria-labelledby=comments]").contains(expected), expected);
            shot(page, "result-1440");
            small.navigate(path(survey, "/result"));
            assertEquals(390, small.evaluate("document.documentElement.scrollWidth"));
            shot(small, "result-390");
        }
        try (BrowserContext team = context(survey, Role.WORKER_TEAM, 1440)) {
            Page page = page(team, complaints);
            page.navigate(path(survey, "/restricted"));
            shot(page, "restricted-1440");
            page.setViewportSize(390, 780);
            assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
            shot(page, "restricted-390");
        }
        assertEquals(List.of(), complaints);
    }

    /** Hides one more word of the first comment on the phone and releases it like this; tells how it reads. */
    private static String tap(Page page) {
        String before = page.locator("form.comment output").first().textContent();
        page.locator("form.comment")
                .first()
                .locator(".piece input:not(:checked)")
                .first()
                .check();
        String after = page.locator("form.comment output").first().textContent();
        assertTrue(!after.equals(before) && after.startsWith("▇▇"), after);
        page.locator("form.comment").first().locator("button[value=show]").click();
        page.waitForSelector("text=已看 ");
        return after;
    }

    private static void decideAll(Page page, Manifest survey) {
        page.navigate(path(survey, "/comments/PRE-F1"));
        while (page.locator("form.comment").count() > 0) {
            page.locator("button[value=show]").first().click();
            page.waitForLoadState();
        }
    }

    private Manifest survey() {
        Frame frame = new Frame(
                List.of("车间"), List.of(new Stratum("01", List.of("一车间"), 40), new Stratum("02", List.of("二车间"), 30)));
        Manifest survey = surveys.fielded("pre-demand", frame);
        SampleAnswers answers = new SampleAnswers(server);
        for (int i = 0; i < COMMENTS.size(); i++) {
            String pay = i % 3 == 0 ? "FROM_5_UNDER_8" : "FROM_8_TO_12";
            answers.cast(survey, "01", Map.of("PRE-F1", COMMENTS.get(i), "PRE-W3", pay));
            answers.cast(survey, "02", Map.of("PRE-W3", "FROM_3_UNDER_5"));
        }
        results.close(survey.survey(), "王秀兰");
        return survey;
    }

    private static String path(Manifest survey, String more) {
        return "/console/surveys/" + survey.survey() + more;
    }

    private BrowserContext context(Manifest survey, Role role, int width) {
        Id account = accounts.add(role, survey.organization());
        String base = "http://localhost:" + server.getPort();
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setLocale("zh-CN")
                        .setViewportSize(width, width == 390 ? 780 : 900));
        context.addCookies(List.of(new Cookie("session", accounts.token(account)).setUrl(base)));
        return context;
    }

    private static Page page(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
