package org.zhisheng.server.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhisheng.analytics.cli.Main;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.platform.Chromium;
import org.zhisheng.server.round.Round;

/**
 * A union assesses itself, an evaluator verifies, corrects and signs off, all in a browser; then the published files are
 * downloaded and the command recomputes the scorecard to the last of the fifteen digits that it prints.
 */
@Tag("browser")
@MicronautTest(transactional = false)
@Property(
        name = "datasources.default.url",
        value = "jdbc:h2:mem:scorecard;DB_CLOSE_DELAY=-1;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE")
final class ScorecardBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots", "scorecard");
    private static final MathContext PRINTED = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final SchemeId SCHEME = new SchemeId("cb-qei", "1.0.0");

    @Inject
    EmbeddedServer server;

    @Inject
    TestAccounts accounts;

    @Inject
    SampleRounds samples;

    @Inject
    Scorecards scorecards;

    @TempDir
    Path folder;

    @Test
    void anEvaluatorVerifiesSignsOffAndAThirdPartyRecomputes() throws Exception {
        Organization county = samples.county("沂水县总工会");
        Organization plant = samples.plant(county, "沂河纺织有限公司工会");
        Round round = samples.round(plant, 2026);
        samples.survey(server, round, new int[] {36, 30}, new int[] {30, 15});
        peers(county);
        try (Chromium chromium = new Chromium()) {
            String card;
            try (BrowserContext office = context(chromium, Role.UNION_OFFICER, plant.id())) {
                card = selfAssess(office.newPage(), round);
            }
            try (BrowserContext desk = context(chromium, Role.EVALUATOR, county.id())) {
                Page page = desk.newPage();
                verify(page, card);
                sign(page, card);
                recompute(page, card);
                others(page, card);
            }
            try (BrowserContext office = context(chromium, Role.UNION_ADMINISTRATOR, county.id())) {
                Page page = office.newPage();
                targets(page);
                fork(page);
                english(page, card);
            }
        }
    }

    private String selfAssess(Page page, Round round) {
        page.navigate("/console/rounds/" + round.id());
        page.click("a[href*='/console/scorecards?round=']");
        page.click("main form button");
        page.waitForURL("**/console/scorecards/*");
        String card = page.url().replaceAll(".*/", "");
        page.navigate("/console/scorecards/" + card + "/facts");
        SampleRounds.facts().forEach((id, value) -> fill(page, id, value));
        page.fill("[name='note.wage-growth']", "2025、2026 年度工资总额报表，财务科存");
        page.fill("[name='value.clauses-due']", "二十");
        page.click(".form-bar button");
        assertEquals(1, page.locator(".fault-line:has-text('8.5')").count());
        page.fill("[name='value.clauses-due']", "20");
        page.click(".form-bar button");
        page.waitForURL("**/console/scorecards/" + card);
        assertEquals(0, page.locator(".total-number").count(), "nothing counts before it is verified");
        assertTrue(page.locator(".self-total").first().innerText().startsWith("8"), "the union's own total");
        both(page, "open");
        return card;
    }

    private static void fill(Page page, String id, String value) {
        String field = "[name='value." + id + "']";
        if (value.startsWith("T")) {
            for (String topic : value.split(" ")) {
                page.check(field + "[value='" + topic + "']");
            }
        } else if (value.matches("[0-9.]+")) {
            page.fill(field, value);
        } else {
            page.check(field + "[value='" + value + "']");
        }
    }

    private static void verify(Page page, String card) {
        page.navigate("/console/scorecards/" + card + "/verification");
        for (String veto : List.of("V1", "V3")) {
            page.check("[name='finding." + veto + "'][value=NOT_ESTABLISHED]");
            page.fill("[name='reason." + veto + "']", "访谈职工代表五人，未发现");
        }
        for (String fact : SampleRounds.facts().keySet()) {
            page.check("[name='finding." + fact + "'][value=CONFIRMED]");
        }
        page.check("[name='finding.wage-growth'][value=CORRECTED]");
        page.fill("[name='value.wage-growth']", "7.2");
        page.check("[name='finding.published'][value=REJECTED]");
        page.click(".form-bar button");
        assertEquals(2, page.locator(".fault-line:has-text('理由')").count(), "both need a reason");
        page.fill("[name='reason.wage-growth']", "报表含加班费，剔除后为 7.2 %");
        page.fill("[name='reason.published']", "没有公示照片");
        both(page, "verification");
        page.click(".form-bar button");
        page.waitForSelector("form[action$='/sign']");
    }

    private static void sign(Page page, String card) {
        page.onDialog(dialog -> dialog.accept());
        page.click("form[action$='/sign'] button");
        page.waitForURL("**/console/scorecards/" + card);
        Locator row = page.locator("tr[data-fact=wage-growth]");
        assertTrue(row.innerText().contains("7.6") && row.innerText().contains("7.2"), row::innerText);
        assertTrue(row.innerText().contains("剔除后为"), row::innerText);
        assertEquals(1, page.locator(".seal code").count());
        Locator closed = page.locator("details.dimension:not([open]) > summary");
        while (closed.count() > 0) {
            closed.first().click();
        }
        both(page, "signed");
        assertEquals(
                409,
                page.request()
                        .post(
                                "/console/scorecards/" + card + "/verification",
                                RequestOptions.create()
                                        .setForm(FormData.create().set("finding.V1", "ESTABLISHED")))
                        .status(),
                "nothing is taken after sign-off");
    }

    /** Runs the command on the archive that anyone may download; then on its files with one fact changed. */
    private void recompute(Page page, String card) throws Exception {
        byte[] zip =
                page.request().get("/console/scorecards/" + card + "/files.zip").body();
        Map<String, byte[]> files = unzip(zip);
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        assertTrue(files.containsKey("release-post-evaluation.tsv"), files.keySet()::toString);
        JsonNode signed = new ObjectMapper().readTree(files.get("assessment.json"));
        assertEquals(
                page.innerText(".seal code"),
                SchemeJson.sha256(new String(files.get("assessment.json"), StandardCharsets.UTF_8)));
        Path archive = Files.write(folder.resolve("scorecard.zip"), zip);
        JsonNode computed = run(archive, 0, "all ");
        assertSame(signed, computed);

        Path plan = folder.resolve("PLAN.json");
        Files.writeString(plan, Files.readString(plan).replace("7.2", "7.3"));
        JsonNode other = run(plan, 1, "/outcome/total: signed " + signed.at("/outcome/total"));
        assertNotEquals(computed.get("total").decimalValue(), other.get("total").decimalValue());
        String recalculator = page.request()
                .get("/console/scorecards/" + card + "/recalculator.html")
                .text();
        assertTrue(!recalculator.isBlank());
        String csv = page.request()
                .get("/console/scorecards/" + card + "/scorecard.csv")
                .text();
        assertTrue(csv.contains(signed.at("/outcome/total").asText()), csv);
    }

    private static JsonNode run(Path files, int expected, String said) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of("score", files.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String told = err.toString(StandardCharsets.UTF_8);
        assertEquals(expected, status, told);
        assertTrue(told.contains(said), told);
        return new ObjectMapper()
                .reader()
                .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(out.toByteArray())
                .at("/units/0");
    }

    /** The same numbers, to the last digit that the command prints. */
    private static void assertSame(JsonNode signed, JsonNode computed) {
        JsonNode outcome = signed.get("outcome");
        assertEquals(outcome.get("band").asText(), computed.get("band").asText());
        assertNumber(outcome.get("total"), computed.get("total"));
        assertNumber(outcome.get("rounded"), computed.get("rounded"));
        assertNumber(outcome.get("standardError"), computed.at("/uncertainty/standard_error"));
        assertNumber(outcome.get("lower"), computed.at("/uncertainty/lower"));
        assertNumber(outcome.get("upper"), computed.at("/uncertainty/upper"));
        outcome.get("bands")
                .properties()
                .forEach(b -> assertNumber(b.getValue(), computed.at("/band_probabilities/" + b.getKey())));
        for (int i = 0; i < signed.get("indicators").size(); i++) {
            JsonNode mine = signed.get("indicators").get(i);
            JsonNode theirs = computed.get("indicators").get(i);
            assertEquals(mine.get("id").asText(), theirs.get("indicator").asText());
            if (mine.has("points")) {
                assertNumber(mine.get("points"), theirs.get("points"));
                assertNumber(mine.get("contribution"), theirs.get("contribution"));
            }
        }
        for (int d = 0; d < signed.get("dimensions").size(); d++) {
            assertNumber(
                    signed.get("dimensions").get(d).get("points"),
                    computed.get("dimensions").get(d).get("points"));
        }
    }

    private static void assertNumber(JsonNode signed, JsonNode computed) {
        // The binary number, as the command rounds it: its shortest decimal may stand just on an edge.
        BigDecimal mine = new BigDecimal(signed.asDouble()).round(PRINTED);
        assertEquals(0, mine.compareTo(computed.decimalValue()), () -> signed + " and " + computed);
    }

    private static void others(Page page, String card) {
        page.navigate("/console/scorecards/" + card + "/explanation");
        assertTrue(page.locator(".contributions").count() >= 2, "contributions and the gap to peers");
        both(page, "explanation");
        page.navigate("/console/scorecards/" + card + "/plan");
        both(page, "plan");
        page.navigate("/console/league?year=2026");
        assertEquals(6, page.locator("table.league tbody tr").count());
        both(page, "league");
        page.navigate("/console/scorecards");
        both(page, "list");
    }

    /** The union sets targets of its own; both kinds stand beside each other, and stay. */
    private static void targets(Page page) {
        page.navigate("/console/league?year=2026");
        assertEquals(
                1, page.locator(".measure").first().locator(".standings div").count());
        page.fill("[name=awareness]", "85");
        page.fill("[name=establishment]", "101");
        page.fill("[name=growthFrom]", "6");
        page.click("form[action$='/targets'] button");
        page.waitForSelector("#establishment.is-invalid");
        assertEquals("85", page.inputValue("[name=awareness]"));
        page.fill("[name=establishment]", "");
        page.click("form[action$='/targets'] button");
        page.waitForSelector("#growthFrom.is-invalid");
        page.fill("[name=growthTo]", "9");
        page.click("form[action$='/targets'] button");
        page.waitForURL("**/console/league?**");
        Locator awareness = page.locator(".measure:has-text('知晓率') .standings div");
        assertEquals(2, awareness.count());
        assertTrue(awareness.nth(0).innerText().contains("90"), awareness.nth(0)::innerText);
        assertTrue(awareness.nth(1).innerText().contains("85"), awareness.nth(1)::innerText);
        assertTrue(page.innerText("section[aria-labelledby=growth]").contains("6–9 %"));
        both(page, "league-targets");
    }

    private static void english(Page page, String card) {
        page.navigate("/console/scorecards");
        page.click("[lang=en]");
        page.waitForSelector("html[lang=en]");
        for (String path : List.of(
                "scorecards/" + card,
                "scorecards/" + card + "/explanation",
                "league?year=2026",
                "schemes",
                "schemes/cb-qei/1.0.0",
                "schemes/yishui-qei/1.0.0/edit",
                "schemes/yishui-qei/1.0.0/judgements?group=D2")) {
            page.navigate("/console/" + path);
            both(
                    page,
                    "en-"
                            + path.replaceAll("[?].*", "")
                                    .replaceAll("[0-9a-f-]{30,}", "card")
                                    .replace('/', '-'));
        }
    }

    private void fork(Page page) {
        page.navigate("/console/schemes");
        page.fill("[name=id]", "yishui-qei");
        page.fill("[name=version]", "1.0.0");
        page.fill("[name=titleZh]", "沂水县集体协商质量评估方案");
        page.fill("[name=titleEn]", "Quality scheme of Yishui county");
        page.click("main form button");
        page.waitForURL("**/edit");
        page.fill("[name='w.I04']", "14");
        page.click("button[value=save]");
        page.waitForSelector(".alert-danger");
        both(page, "scheme-fault");
        page.fill("[name='w.I05']", "3");
        page.click("button[value=save]");
        page.waitForURL("**/edit");
        assertEquals(0, page.locator(".alert-danger").count());
        judge(page);
    }

    /** D1 has two indicators: three times as important is three quarters to one, of D1's ten points 7.5 and 2.5. */
    private void judge(Page page) {
        page.navigate("/console/schemes/yishui-qei/1.0.0/judgements?group=D1");
        page.fill("[name=expert]", "李教授");
        page.fill("[name='j.0.1']", "30");
        page.click("form.narrow button");
        page.waitForSelector("#j\\.0\\.1.is-invalid");
        page.fill("[name='j.0.1']", "3");
        page.click("form.narrow button");
        page.waitForURL("**/judgements?group=D1");
        assertEquals(
                List.of("75.0", "25.0", "0.000", ""),
                page.locator("tr:has(th:text-is('李教授')) td").allInnerTexts().stream()
                        .map(t -> t.replace("删除", "").strip())
                        .toList());
        both(page, "judgements");
        page.click("form[action$='/use'] button");
        page.waitForURL("**/edit");
        assertEquals("7.5", page.inputValue("[name='w.I01']"));
        assertEquals("2.5", page.inputValue("[name='w.I02']"));
    }

    /** Five peers, signed off by the same rules, more or less contented. */
    private void peers(Organization county) {
        int[][] contented = {{34, 28}, {33, 26}, {24, 12}, {20, 8}, {12, 4}};
        for (int i = 0; i < contented.length; i++) {
            Round round = samples.round(samples.plant(county, "第" + (i + 1) + "分厂工会"), 2026);
            samples.survey(server, round, new int[] {36, 30}, contented[i]);
            Actor union = new Actor(Id.random(new Random()), "王", List.of());
            Actor evaluator = new Actor(Id.random(new Random()), "赵", List.of());
            Id card = scorecards.open(round, SCHEME, union).id();
            List<Scorecards.Statement> stated = new ArrayList<>();
            List<Scorecards.Statement> found = new ArrayList<>();
            Map<String, Integer> seen = new HashMap<>();
            SampleRounds.facts().forEach((fact, value) -> {
                stated.add(new Scorecards.Statement(fact, null, value, ""));
                found.add(new Scorecards.Statement(fact, Finding.CONFIRMED, "", ""));
                seen.put(fact, 1);
            });
            found.add(new Scorecards.Statement("V1", Finding.NOT_ESTABLISHED, "", "走访"));
            found.add(new Scorecards.Statement("V3", Finding.NOT_ESTABLISHED, "", "走访"));
            scorecards.enter(card, stated, union);
            scorecards.find(card, found, seen, evaluator);
            scorecards.sign(card, evaluator);
        }
    }

    private BrowserContext context(Chromium chromium, Role role, Id organization) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(base())
                        .setLocale("zh-CN")
                        .setViewportSize(1440, 900));
        context.addCookies(
                List.of(new Cookie("session", accounts.token(accounts.add(role, organization))).setUrl(base())));
        return context;
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private String base() {
        return "http://localhost:" + server.getPort();
    }

    /** A picture on a desk and one on a phone, which nothing is wider than. */
    private static void both(Page page, String name) {
        shot(page, name);
        page.setViewportSize(360, 780);
        shot(page, name + "-360");
        assertEquals(360, page.evaluate("document.documentElement.scrollWidth"), name + " fits a phone");
        page.setViewportSize(1440, 900);
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
    }
}
