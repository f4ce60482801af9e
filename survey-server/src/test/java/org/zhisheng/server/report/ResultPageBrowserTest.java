package org.zhisheng.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.response.SampleAnswers;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * The result page as its readers see it, on a desk and on a phone: what is hidden, what is empty and what was not asked are
 * told apart in words, and a small enterprise's page is still worth reading.
 */
@Tag("browser")
@MicronautTest(transactional = false)
final class ResultPageBrowserTest {
    private static final Path PICTURES = Path.of("target", "test-data", "result-page");
    private static final String[] SCALE = {"VERY_SATISFIED", "SATISFIED", "NEUTRAL", "DISSATISFIED", "VERY_DISSATISFIED"
    };

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
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    private static Stratum workshop(String code, String name, int headcount) {
        return new Stratum(code, List.of(name), headcount);
    }

    /** Workers of a workshop answer, more content in the first ones; where they are not covered, little is asked. */
    private void cast(Manifest survey, String workshop, int workers, int mood, boolean covered) {
        SampleAnswers answers = new SampleAnswers(server);
        for (int i = 0; i < workers; i++) {
            String felt = SCALE[(i * 7 + mood) % 11 % 5];
            answers.cast(
                    survey,
                    workshop,
                    covered
                            ? Map.of("POST-O1", felt, "POST-O2", felt, "POST-G1", SCALE[i % 4], "POST-C0", felt)
                            : Map.of("POST-A0", "NO"));
        }
    }

    private Page page(Manifest survey, int width) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base())
                        .setLocale("zh-CN")
                        .setViewportSize(width, 900));
        String token = accounts.token(accounts.add(Role.UNION_OFFICER, survey.organization()));
        context.addCookies(List.of(new Cookie("session", token).setUrl(base())));
        Page page = context.newPage();
        page.navigate(path(survey));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(survey.questionnaire() + "-" + workers(survey) + "-" + width + ".png")));
        return page;
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }

    private static String path(Manifest survey) {
        return "/console/surveys/" + survey.survey() + "/result";
    }

    /** What the PDF of the same result says, without the breaks of its lines. */
    private static String document(Page page, Manifest survey) throws IOException {
        byte[] pdf = page.context().request().get(path(survey) + ".pdf").body();
        Files.write(PICTURES.resolve(survey.questionnaire() + "-" + workers(survey) + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static int workers(Manifest survey) {
        return survey.frame().headcount();
    }

    private static void requireNoSidewaysScrolling(Page page) {
        Object wider =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) wider).intValue(), "the page is wider than the screen");
    }

    @Test
    void hiddenEmptyAndNotAskedAreToldApartInWords() throws IOException {
        Manifest survey = surveys.fielded(
                "post-evaluation",
                new Frame(
                        List.of("车间"),
                        List.of(
                                workshop("01", "纺纱车间", 44),
                                workshop("02", "织布车间", 31),
                                workshop("03", "印染车间", 12),
                                workshop("04", "后整理车间", 19),
                                workshop("05", "机修班", 15),
                                workshop("06", "新员工班", 20))));
        cast(survey, "01", 30, 0, true);
        cast(survey, "02", 25, 3, true);
        cast(survey, "03", 7, 1, true);
        cast(survey, "04", 11, 2, true);
        cast(survey, "06", 14, 0, false);
        results.close(survey.survey(), "王秀兰");
        for (int width : new int[] {1440, 360}) {
            Page page = page(survey, width);
            String words = page.locator("main").innerText();
            assertTrue(words.contains("印染车间 · 12 人中 7 份 · 58.3% · 不足 10 人，不公布"), words);
            assertTrue(words.contains("后整理车间 · 19 人中 11 份 · 57.9% · 为保护其他小组，不公布"), words);
            assertTrue(words.contains("机修班 · 15 人中 0 份 · 0.0% · 无人作答"), words);
            assertTrue(page.locator("td.unsaid", new Page.LocatorOptions().setHasText("未提问或无人作答"))
                            .count()
                    > 0);
            assertTrue(words.contains("“不公布”：有数字"), words);
            assertFalse(words.contains("NaN") || words.contains("公布%") || words.contains("= -1"), words);
            requireNoSidewaysScrolling(page);
            String pdf = document(page, survey);
            for (String said : List.of("不足10人，不公布", "为保护其他小组，不公布", "0份·无人作答", "未提问或无人作答", "“不公布”：有数")) {
                assertTrue(pdf.contains(said), said + " in " + pdf);
            }
            assertFalse(pdf.contains("NaN"), pdf);
            String csv = page.context().request().get(path(survey) + ".csv").text();
            for (String said : List.of("不足 10 人，不公布", "为保护其他小组，不公布", "无人作答", "未提问或无人作答")) {
                assertTrue(csv.lines().anyMatch(line -> line.endsWith("," + said)), said + " in " + csv);
            }
        }
    }

    /** The average enterprise: 48 workers, 29 answers. */
    @Test
    void aSmallEnterpriseReadsRatesIndicesAndTheOrderOfDemands() throws IOException {
        Manifest survey = surveys.fielded(
                "pre-demand", new Frame(List.of("车间"), List.of(workshop("01", "一车间", 30), workshop("02", "二车间", 18))));
        SampleAnswers answers = new SampleAnswers(server);
        for (int i = 0; i < 29; i++) {
            String felt = SCALE[(i * 7) % 11 % 5];
            answers.cast(
                    survey,
                    i < 18 ? "01" : "02",
                    Map.of("PRE-S1", felt, "PRE-S2", SCALE[i % 4], "PRE-T1", "T0" + (1 + i % 3)));
        }
        results.close(survey.survey(), "王秀兰");
        for (int width : new int[] {1440, 360}) {
            Page page = page(survey, width);
            String words = page.locator("main").innerText();
            assertTrue(words.contains("工资收入") && words.contains("第 1 名"), words);
            assertTrue(words.contains("一车间 · 30 人中 18 份 · 60.0% · 单位答卷不足 30 份，不分组公布"), words);
            assertTrue(words.contains("按选择人数排名"), words);
            assertTrue(words.contains("答卷不足 30 份"), words);
            assertFalse(words.contains("NaN") || words.contains("不满意率"), words);
            requireNoSidewaysScrolling(page);
            assertTrue(document(page, survey).contains("按选择人数排名"));
        }
    }

    /** Two workshops of 60: of the first 15, 30 and 15 want the three topics most, of the second 30, 15 and 15. */
    @Test
    void everyQuestionIsReadByGroupOnThePageInTheDocumentAndInTheFile() throws IOException {
        Manifest survey = surveys.fielded(
                "pre-demand", new Frame(List.of("车间"), List.of(workshop("01", "一车间", 80), workshop("02", "二车间", 70))));
        SampleAnswers answers = new SampleAnswers(server);
        for (int i = 0; i < 120; i++) {
            boolean first = i < 60;
            int quarter = i % 60 / 15;
            String topic = first
                    ? List.of("T01", "T02", "T02", "T03").get(quarter)
                    : List.of("T01", "T01", "T02", "T03").get(quarter);
            answers.cast(
                    survey,
                    first ? "01" : "02",
                    Map.of(
                            "PRE-S1",
                            SCALE[(i * 7) % 11 % 5],
                            "PRE-T1",
                            topic,
                            "PRE-T3",
                            i % 4 == 0 ? "LATER" : "THIS_ROUND"));
        }
        results.close(survey.survey(), "王秀兰");
        for (int width : new int[] {1440, 360}) {
            Page page = page(survey, width);
            page.locator("summary", new Page.LocatorOptions().setHasText("按题看各组的选择"))
                    .click();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("by-group-" + width + ".png")));
            for (String row : List.of("工资水平与增长 25% 50%", "工资按时足额发放 50% 25%")) {
                assertTrue(
                        page.locator("details tbody tr").allInnerTexts().stream()
                                .anyMatch(r -> r.replaceAll("\\s+", " ").strip().equals(row)),
                        () -> row + " in " + page.locator("details tbody tr").allInnerTexts());
            }
            requireNoSidewaysScrolling(page);
            assertTrue(document(page, survey).contains("工资按时足额发放50%25%"), "the document has the same cells");
            String csv = page.context().request().get(path(survey) + ".csv").text();
            assertTrue(
                    csv.lines()
                            .anyMatch(l -> l.startsWith("车间,一车间,80,60,yes,PRE-T1,")
                                    && l.contains(",T01,")
                                    && l.contains(",exact,0.25,")),
                    csv);
        }
    }
}
