package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PosterKind;

/** Workers answer on phones of 360 and 390 pixels, in a real browser. */
@Tag("browser")
@MicronautTest(transactional = false)
final class PhoneBrowserTest {
    private static Chromium chromium;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    Responses responses;

    @Inject
    Stored stored;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pre-demand, CORE, 360", "pre-demand, FULL, 390", "mid-pulse, CORE, 390", "mid-pulse, FULL, 360",
        "post-evaluation, CORE, 360", "post-evaluation, FULL, 390", "annual-check, CORE, 390", "annual-check, FULL, 360"
    })
    void aWholeQuestionnaireIsAnsweredOneQuestionAStep(String questionnaire, Length length, int width) {
        Manifest survey =
                samples.launch(questionnaire, length, PosterKind.ONE_FOR_ALL, "http://localhost", Duration.ZERO);
        try (Phone phone = new Phone(chromium, base(), width, true)) {
            phone.page.navigate("/s/" + survey.code());
            phone.photograph(questionnaire + "-intro");
            Set<String> answered = answerAll(phone, questionnaire);
            phone.photographWhole(questionnaire + "-review");
            assertEquals(answered.size(), phone.page.locator("#sum li").count());
            phone.next();
            phone.awaitThanks();
            phone.photograph(questionnaire + "-thanks");

            phone.assertCalm();
            assertEquals(
                    "1",
                    phone.page.evaluate("() => Object.values(Object.assign({}, localStorage)).join()"),
                    "nothing stays on the phone but that it has answered");
            Response response = only(survey);
            answered.removeIf(code -> code.equals("STRATUM") || isText(survey, code));
            assertEquals("01", response.stratum());
            assertEquals(answered, response.answers().answers().keySet());
        }
    }

    @Test
    void theLongFormWorksWithoutScript() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 360, false)) {
            phone.page.navigate("/s/" + survey.code() + "/02");
            phone.photographWhole("plain");
            check(phone, "PRE-S1", "SATISFIED");
            for (String topic : List.of("T01", "T02", "T03", "T04", "T05", "T06")) {
                check(phone, "PRE-T1", topic);
            }
            phone.page.locator("#PRE-T2 select").nth(0).selectOption("T05");
            phone.page.locator("#PRE-T2 select").nth(2).selectOption("T01");
            phone.page.fill("#PRE-F1 textarea", "多开一个打饭窗口");
            phone.page.click(".go.nojs");
            phone.photographWhole("plain-faults");
            assertTrue(phone.page.locator("#PRE-T1 .fault").isVisible());
            assertEquals("多开一个打饭窗口", phone.page.inputValue("#PRE-F1 textarea"));

            phone.page.click("#other");
            assertEquals("en", phone.page.getAttribute("html", "lang"));
            check(phone, "PRE-T1", "T06");
            phone.page.click(".go.nojs");
            phone.awaitThanks();
        }
        assertEquals(List.of("T05", "T01"), only(survey).answers().of("PRE-T2"));
        assertEquals("02", only(survey).stratum());
    }

    @Test
    void aDraftSurvivesAReloadAndALanguageAndCanBeCleared() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            phone.next();
            phone.answer();
            phone.next();
            phone.answer();
            String step = phone.step();

            phone.page.reload();
            assertEquals(step, phone.step(), "the same question is on the screen");
            assertTrue(phone.page.isChecked("#PRE-S1 input >> nth=0"));

            phone.page.click("#other");
            phone.page.waitForURL("**/01?lang=en");
            assertTrue(phone.page.locator(".restored").isVisible());
            assertEquals("Go on", phone.page.innerText("#next"));
            assertTrue(phone.page.isChecked("#PRE-S2 input >> nth=0"));
            phone.photograph("restored");

            phone.page.locator(".clear:visible").click();
            assertEquals("Start", phone.page.innerText("#next"));
            assertFalse(phone.page.isChecked("#PRE-S2 input >> nth=0"));
            phone.page.waitForFunction("localStorage.length === 0");
            phone.assertCalm();
        }
    }

    @Test
    void anAnswerThatIsLostOnItsWayBackIsSentAgainAndCountedOnce() {
        Manifest survey = samples.open("mid-pulse");
        AtomicInteger sent = new AtomicInteger();
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.route("**/cast*", route -> {
                if (sent.getAndIncrement() == 0) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            phone.page.navigate("/s/" + survey.code() + "/01");
            answerAll(phone, null);
            phone.next();
            phone.page.waitForSelector("#trouble:visible");
            phone.photograph("trouble");
            phone.awaitThanks();
            phone.page.goBack();
            assertEquals("intro", phone.step(), "who goes back from the thanks starts over");
            assertTrue(phone.page.innerText("#intro").contains("这部手机已经交过一份了"));
        }
        assertEquals(2, sent.get());
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void aCastThatCouldNotBeSentWaitsOnThePhoneUntilThePageIsOpenedAgain() {
        Manifest survey = samples.open("mid-pulse");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.route("**/cast*", Route::abort);
            phone.page.navigate("/s/" + survey.code() + "/01");
            answerAll(phone, null);
            phone.next();
            phone.page.waitForSelector("#trouble:visible");
            phone.page.navigate("about:blank");
            assertEquals(0, responses.count(survey.survey()));

            phone.page.unroute("**/cast*");
            phone.page.navigate("/s/" + survey.code() + "/01");
            phone.awaitThanks();
            assertEquals(1, phone.page.evaluate("localStorage.length"));
        }
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void aPageThatSomethingInBetweenServesIsNoAcknowledgement() {
        Manifest survey = samples.open("mid-pulse");
        AtomicInteger sent = new AtomicInteger();
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.route("**/cast*", route -> {
                if (sent.getAndIncrement() == 0) {
                    route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("<h1>请先登录 Wi-Fi</h1>"));
                } else {
                    route.resume();
                }
            });
            phone.page.navigate("/s/" + survey.code() + "/01");
            answerAll(phone, null);
            phone.next();
            phone.awaitThanks();
            phone.assertCalm();
        }
        assertEquals(2, sent.get());
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void thePhonesBackButtonGoesOneQuestionBack() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            phone.next();
            phone.answer();
            phone.next();
            assertEquals("PRE-S2", phone.step());
            phone.page.goBack();
            assertEquals("PRE-S1", phone.step());
            assertTrue(phone.page.isChecked("#PRE-S1 input >> nth=0"));
            phone.page.goForward();
            assertEquals("PRE-S2", phone.step());
            phone.page.click("#back");
            phone.page.waitForSelector("#PRE-S1.on");
            phone.page.goBack();
            assertEquals("intro", phone.step());
            phone.assertCalm();
        }
    }

    @Test
    void conditionsFollowTheAnswersAsTheyChange() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            goTo(phone, "PRE-T1");
            phone.next();
            assertEquals("PRE-W2", phone.step(), "nothing picked, nothing to rank");
            phone.page.goBack();
            pick(phone, "PRE-T1", "T01");
            pick(phone, "PRE-T1", "T05");
            phone.next();
            assertEquals("PRE-T2", phone.step());
            assertEquals(2, phone.page.locator("#PRE-T2 .pick:visible").count(), "only what was picked is on offer");
            phone.page.locator("#PRE-T2 .pick[value=T05]").click();
            phone.page.locator("#PRE-T2 .pick[value=T01]").click();
            phone.photograph("ranked");
            phone.page.goBack();
            pick(phone, "PRE-T1", "T05");
            phone.next();
            assertEquals(List.of("T01"), ranked(phone), "what is no longer picked is no longer ranked");
            phone.page.locator("#PRE-T2 .pick[value=T01]").click();
            phone.next();
            assertEquals("PRE-W2", phone.step(), "nothing ranked, nothing urgent");
            phone.assertCalm();
        }
    }

    @Test
    void theMaximumIsKeptWithAHintAndRotationLeavesOtherLast() {
        Manifest survey = samples.open("pre-demand");
        Set<String> firsts = new LinkedHashSet<>();
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            for (int visit = 0; visit < 6; visit++) {
                phone.page.navigate("/s/" + survey.code() + "/01?visit=" + visit);
                Locator options = phone.page.locator("#PRE-T1 .o input");
                firsts.add(options.first().getAttribute("value"));
                assertEquals("T99", options.last().getAttribute("value"));
            }
            assertTrue(firsts.size() > 1, "six visits started at the same of 21 places");
            goTo(phone, "PRE-T1");
            for (String topic : List.of("T01", "T02", "T03", "T04", "T05", "T06")) {
                pick(phone, "PRE-T1", topic);
            }
            phone.photograph("multiple-full");
            assertEquals(5, phone.page.locator("#PRE-T1 input:checked").count());
            assertTrue(phone.page.innerText("#PRE-T1 .count").startsWith("最多选 5 项"));
            assertEquals("polite", phone.page.getAttribute("#PRE-T1 .count", "aria-live"));
        }
    }

    @Test
    void whatTheServerRefusesIsSaidBesideTheItem() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            answerAll(phone, null);
            phone.page.evaluate("document.querySelector('#PRE-S1 input:checked').value = 'NONSENSE'");
            phone.next();
            phone.page.waitForSelector("#faults:visible");
            phone.photograph("refused");
            phone.page.click("#list a");
            assertEquals("PRE-S1", phone.step());
            assertTrue(phone.page.innerText("#PRE-S1 .fault").contains("没有的选项"));
            phone.photograph("fault");
            phone.page.locator("#PRE-S1 label.o").nth(1).click();
            assertEquals("改好了", phone.page.innerText("#next"));
            phone.next();
            assertEquals("review", phone.step());
            phone.next();
            phone.awaitThanks();
        }
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void everythingIsReachedWithKeysAndNamedForAScreenReader() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 390, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            phone.page.locator("#next").press("Enter");
            assertEquals("LEGEND", phone.page.evaluate("document.activeElement.tagName"));
            phone.page.keyboard().press("Tab");
            phone.page.keyboard().press("Space");
            phone.photograph("keys");
            phone.page.keyboard().press("ArrowDown");
            assertTrue(phone.page.isChecked("#PRE-S1 input >> nth=1"));
            assertEquals("PRE-S1", phone.step(), "arrows choose and do not go on");
            goTo(phone, "PRE-T1");
            pick(phone, "PRE-T1", "T05");
            phone.next();
            Locator place = phone.page.locator("#PRE-T2 .pick[value=T05]");
            place.press("Enter");
            assertEquals("true", place.getAttribute("aria-pressed"));
            assertEquals("加班与加班费、第 1 位", place.getAttribute("aria-label"));
            assertNotNull(phone.page
                    .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("您选的这些里，哪 3 项最要紧？请排个顺序。"))
                    .elementHandle());
        }
    }

    @Test
    void wordsAndTargetsAreLargeEnough() {
        Manifest survey = samples.open("pre-demand");
        try (Phone phone = new Phone(chromium, base(), 360, true)) {
            phone.page.navigate("/s/" + survey.code() + "/01");
            List<String> small = new ArrayList<>(tooSmall(phone));
            phone.next();
            while (!phone.step().equals("review")) {
                phone.answer();
                small.addAll(tooSmall(phone));
                phone.next();
            }
            small.addAll(tooSmall(phone));
            for (String page : List.of("/thanks", "/promise", "/seen")) {
                phone.page.navigate("/s/" + survey.code() + page);
                phone.photographWhole("page" + page.replace('/', '-'));
                small.addAll(tooSmall(phone));
            }
            assertEquals(List.of(), small);
        }
    }

    /** Text under 18 px, targets under 60 px (links within a sentence aside), and whatever is wider than the screen. */
    @SuppressWarnings("unchecked")
    private static List<String> tooSmall(Phone phone) {
        return (List<String>) phone.page.evaluate("""
                () => {
                  const seen = e => e.offsetParent !== null && e.getBoundingClientRect().height > 0;
                  const all = q => Array.from(document.querySelectorAll(q)).filter(seen);
                  const small = all('body *').filter(e => Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim())
                      && parseFloat(getComputedStyle(e).fontSize) < 18).map(e => 'text: ' + e.textContent);
                  const low = all('button,label.o,a.go,a.plain,textarea,select')
                      .filter(e => e.getBoundingClientRect().height < 60).map(e => 'target: ' + e.outerHTML);
                  const wide = document.documentElement.scrollWidth > innerWidth ? ['too wide'] : [];
                  return small.concat(low, wide);
                }""");
    }

    private Set<String> answerAll(Phone phone, String photographedAs) {
        Set<String> answered = new LinkedHashSet<>();
        Set<String> kinds = new LinkedHashSet<>();
        phone.next();
        while (!phone.step().equals("review")) {
            String kind = phone.page.getAttribute("fieldset.on", "data-k");
            answered.add(phone.answer());
            if (photographedAs != null && kinds.add(kind)) {
                phone.photograph(photographedAs + "-" + kind);
            }
            phone.next();
        }
        return answered;
    }

    private static void goTo(Phone phone, String item) {
        while (!phone.step().equals(item)) {
            phone.next();
        }
    }

    private static void pick(Phone phone, String item, String option) {
        phone.page
                .locator("#" + item + " label.o:has(input[value=" + option + "])")
                .click();
    }

    private static void check(Phone phone, String item, String option) {
        pick(phone, item, option);
    }

    @SuppressWarnings("unchecked")
    private static List<String> ranked(Phone phone) {
        return (List<String>) phone.page.evaluate(
                "() => Array.from(document.querySelectorAll('#PRE-T2 select')).map(s => s.value).filter(v => v)");
    }

    private static boolean isText(Manifest survey, String code) {
        return survey.item(code).orElseThrow().options().isEmpty();
    }

    private Response only(Manifest survey) {
        List<Response> all = stored.responses(survey);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }
}
