package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Browser;

/** From a new round to a launched survey and what may be done to it, as an officer's browser does it. */
@Tag("store")
@MicronautTest(transactional = false)
@Property(name = "zhisheng.url", value = "https://survey.example.org")
final class LaunchFlowTest {
    private static final String FRAME = "车间\t用工形式\t人数\n一车间\t合同制\t40\n\t派遣\t8\n二车间\t合同制\t六十\n";

    private static final String CLOSES = ChinaTime.typed(Instant.now().plus(7, ChronoUnit.DAYS));

    private final Random random = new Random();
    private Organization plant;
    private Browser officer;

    @Inject
    EmbeddedServer server;

    @Inject
    TestAccounts accounts;

    @Inject
    Organizations organizations;

    @Inject
    Surveys surveys;

    @BeforeEach
    void signIn() {
        plant = plant();
        officer = accounts.browser(server, Role.UNION_OFFICER, plant.id()).with("Accept-Language", "zh-CN");
    }

    @Test
    void anOfficerLaunchesASurveyInAFewSteps() {
        String home = officer.get("/console").body();
        assertTrue(home.contains("新建协商轮次"), home);
        assertEquals("/console/rounds/new", location(officer.get("/console/surveys/new")));

        String prepare = location(round("2027 年工资集体协商"));
        String page = officer.get(prepare).body();
        assertTrue(page.contains("2027 年工资集体协商 · 沂水食品厂工会"), page);

        String round = prepare.substring(prepare.indexOf('=') + 1);
        String check = location(officer.post("/console/surveys", draft("round", round, "do", "check")));
        String checked = officer.get(check).body();
        assertTrue(checked.contains("3 组，共 108 人"), checked);
        assertTrue(checked.contains("不足 10 人，不会单独公布，会与其他组合并：一车间 · 派遣 (8)"), checked);
        assertTrue(checked.contains("https://survey.example.org"), checked);
        assertTrue(checked.contains("按“车间”分组"), checked);

        String survey = launch(check, checked);
        String launched = officer.get(survey).body();
        assertTrue(launched.contains("问卷已发起"), launched);
        assertTrue(launched.contains("https://survey.example.org/s/"), launched);
        assertTrue(officer.get("/console").body().contains("进行中"));
    }

    @Test
    void theUsualWayIsACardAWorkerAndTheNextStepIsPrinting() {
        String fresh = officer.get("/console/surveys/new?round=" + roundId()).body();
        assertTrue(fresh.contains("value=\"TICKET\" checked"), fresh);
        String check =
                location(officer.post("/console/surveys", draft("round", roundId(), "mode", "TICKET", "do", "check")));
        String checked = officer.get(check).body();
        assertTrue(checked.contains("人少的组已合并：一车间 · 合同制、派遣 (48); 二车间 · 合同制 (60)"), checked);
        String launched = officer.get(launch(check, checked)).body();
        assertTrue(launched.contains("下一步：打印卡片"), launched);
        Matcher cards = Pattern.compile("href=\"(/console/cards/\\w+)\"").matcher(launched);
        assertTrue(cards.find(), launched);
        assertTrue(officer.get(cards.group(1)).body().contains("打印 118 张卡片"), cards.group(1));

        String links = location(
                officer.post("/console/surveys", draft("round", roundId(), "mode", "INVITATION", "do", "check")));
        assertTrue(officer.get(links).body().contains("按名册发链接，要求发卡方和收卷方分在两台服务器"));
    }

    /** Items for the worker-side team have tables of their own: no employer sees them, so the page must not name them. */
    @Test
    void workersAreToldOfEachTableThatTheEmployerSeesAndOfNoOther() {
        String[] demands = draft("round", roundId(), "questionnaire", "pre-demand", "do", "check");
        String check = location(officer.post("/console/surveys", demands));
        Fielded fielded =
                surveys.get(id(launch(check, officer.get(check).body()).replaceAll("\\?.*", "")));
        List<DeclaredTable> total = fielded.manifest().tables().stream()
                .filter(table -> table.by().isEmpty())
                .toList();
        assertEquals(2, total.size(), "one for everybody, one for the worker-side team");
        String page = new Browser(server.getURI())
                .with("Accept-Language", "zh-CN")
                .get("/s/" + fielded.manifest().code() + "/seen")
                .body();
        for (String named : List.of("全体合在一起", "按“车间”分开")) {
            assertEquals(2, page.split(named, -1).length, named);
        }
    }

    @Test
    void theManifestIsPublicAndByteForByteWhatWasSigned() throws Exception {
        Fielded fielded = surveys.get(id(launched()));
        HttpResponse<String> answer = new Browser(server.getURI())
                .with("Accept", "application/json")
                .get("/api/surveys/" + fielded.manifest().code() + "/manifest");
        assertEquals(200, answer.statusCode());
        assertEquals(
                fielded.fingerprint(),
                answer.headers().firstValue("Zhisheng-Fingerprint").orElseThrow());
        assertEquals(
                fielded.signature(),
                answer.headers().firstValue("Zhisheng-Signature").orElseThrow());
        assertEquals(
                fielded.signer(),
                answer.headers().firstValue("Zhisheng-Public-Key").orElseThrow());
        assertArrayEquals(surveys.manifestBytes(fielded.id()), answer.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(fielded.fingerprint(), Signer.fingerprint(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingTypedIsLostToAMistake() {
        String round = roundId();
        String page = location(officer.post(
                "/console/surveys",
                "round",
                round,
                "questionnaire",
                "",
                "frame",
                "车间\t人数\n一车间\t约40\n",
                "closes",
                "明天",
                "do",
                "check"));
        String back = location(officer.get(page));
        assertTrue(back.endsWith("?check=1"), back);
        String shown = officer.get(back).body();
        assertTrue(shown.contains("请选一份问卷"), shown);
        assertTrue(shown.contains("第 2 行“人数”写的是“约40”"), shown);
        assertTrue(shown.contains("一车间\t约40"), shown);
        assertTrue(shown.contains("data-marks=\"cell.2.2\""), shown);
        assertTrue(shown.contains("value=\"明天\""), shown);
        assertTrue(shown.contains("请填写完整的日期和时间"), shown);
    }

    @Test
    void aFileInGb18030FillsTheFrame() {
        byte[] file = "车间,人数\r\n一车间,40\r\n合计,40".getBytes(Charset.forName("GB18030"));
        String base64 = Base64.getEncoder().encodeToString(file);
        String page = location(
                officer.post("/console/surveys", "round", roundId(), "frame", "", "file", base64, "do", "read"));
        String shown = officer.get(page.replace("#frame", "")).body();
        assertTrue(shown.contains("车间\t人数\n一车间\t40\n合计\t40"), shown);
        assertTrue(shown.contains("第 3 行是合计，已跳过"), shown);
        assertTrue(shown.contains("1 组，共 40 人"), shown);
    }

    @Test
    void theQuestionsAreShownInBothLanguagesBeforeTheFrameIsKnown() {
        String page = location(officer.post(
                "/console/surveys", "round", roundId(), "questionnaire", "post-evaluation", "do", "questions"));
        String shown = officer.get(page).body();
        assertTrue(shown.contains("POST-O1"), shown);
        assertTrue(shown.contains("lang=\"en\""), shown);
        assertTrue(shown.contains("工资水平与增长"), shown);
    }

    @Test
    void aLaunchedSurveyIsExtendedAndAmendedWithAReason() {
        String survey = launched();
        HttpResponse<String> refused =
                officer.post(survey + "/amend", "stratum", "02", "headcount", "很多", "amendReason", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("请写明理由"), refused.body());
        assertTrue(refused.body().contains("value=\"很多\""), refused.body());

        assertEquals(
                303,
                officer.post(survey + "/amend", "stratum", "02", "headcount", "9", "amendReason", "漏一人")
                        .statusCode());
        Instant later = surveys.get(id(survey)).closes().plus(2, ChronoUnit.DAYS);
        assertEquals(
                303,
                officer.post(survey + "/extend", "closes", ChinaTime.typed(later), "extendReason", "夜班")
                        .statusCode());
        String page = officer.get(survey).body();
        assertTrue(page.contains("测试员 将“一车间 · 派遣”人数从 8 更正为 9。理由：漏一人"), page);
        assertTrue(page.contains("延到 " + ChinaTime.say(later, Language.CHINESE) + "。理由：夜班"), page);
        assertEquals(
                422,
                officer.post(survey + "/extend", "closes", CLOSES, "extendReason", "x")
                        .statusCode());
        assertEquals(409, officer.post(survey, draft("do", "save")).statusCode());
        assertEquals(303, officer.post(survey + "/cancel").statusCode());
        assertTrue(officer.get(survey).body().contains("已取消"));
    }

    @Test
    void whatAColleagueChangedInBetweenIsNotLaunched() {
        String check = location(officer.post("/console/surveys", draft("round", roundId(), "do", "check")));
        String seen = seen(officer.get(check).body());
        String survey = check.replace("/check", "");
        officer.post(survey, draft("length", "full", "do", "save"));
        assertEquals(409, officer.post(survey + "/launch", "seen", seen).statusCode());
        assertTrue(surveys.find(id(survey)).isEmpty());
    }

    @Test
    void everyPageAsksWhoMayDoWhat() {
        String survey = launched();
        Browser higher = accounts.browser(server, Role.HIGHER_UNION, plant.id());
        Organization other = plant();
        Browser stranger = accounts.browser(server, Role.UNION_OFFICER, other.id());
        for (String page : List.of(survey, survey + "/questions")) {
            assertEquals(200, higher.get(page).statusCode(), page);
            assertEquals(404, stranger.get(page).statusCode(), page);
        }
        Map<String, String[]> actions = Map.of(
                "/launch", new String[] {"seen", "x"},
                "/extend", new String[] {"closes", "2028-01-01T00:00", "extendReason", "x"},
                "/amend", new String[] {"stratum", "01", "headcount", "3", "amendReason", "x"},
                "/copy", new String[0],
                "/cancel", new String[0]);
        actions.forEach((action, sent) -> {
            assertEquals(403, higher.post(survey + action, sent).statusCode(), action);
            assertEquals(404, stranger.post(survey + action, sent).statusCode(), action);
        });
        assertEquals(
                403, higher.get("/console/surveys/new?round=" + roundOf(survey)).statusCode());
        assertEquals(404, stranger.get("/console/rounds/" + roundOf(survey)).statusCode());
        assertFalse(stranger.get("/console").body().contains("2027 年工资集体协商"));
        assertEquals(SurveyState.LAUNCHED, surveys.get(id(survey)).state());
    }

    private Organization plant() {
        return organizations.add(
                new Organization(Id.random(random), null, OrganizationKind.ENTERPRISE, "沂水食品厂工会", null, 0));
    }

    private String launched() {
        String check = location(officer.post("/console/surveys", draft("round", roundId(), "do", "check")));
        return launch(check, officer.get(check).body()).replaceAll("\\?.*", "");
    }

    private String launch(String check, String page) {
        return location(officer.post(check.replace("/check", "/launch"), "seen", seen(page)));
    }

    private static String seen(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(page);
        assertTrue(seen.find(), page);
        return seen.group(1);
    }

    private HttpResponse<String> round(String name) {
        return officer.post(
                "/console/rounds",
                "organization",
                plant.id().toString(),
                "name",
                name,
                "year",
                "2027",
                "level",
                "ENTERPRISE",
                "subject",
                "WAGE",
                "contractTopics",
                "T01",
                "contractTopics",
                "T05",
                "clauses",
                "工资上调 6%\n\n");
    }

    private String roundId() {
        String prepare = location(round("2027 年工资集体协商"));
        return prepare.substring(prepare.indexOf('=') + 1);
    }

    private String roundOf(String survey) {
        return surveys.get(id(survey)).manifest().round().toString();
    }

    /** A complete draft; entries given later stand in for those of the same name. */
    private static String[] draft(String... more) {
        List<String> entries = new ArrayList<>(List.of(more));
        Map<String, String> usual = Map.of(
                "questionnaire",
                "post-evaluation",
                "length",
                "core",
                "frame",
                FRAME,
                "closes",
                CLOSES,
                "mode",
                "POSTER",
                "poster",
                "ONE_A_STRATUM");
        usual.forEach((name, value) -> {
            if (!entries.contains(name)) {
                entries.addAll(List.of(name, value));
            }
        });
        return entries.toArray(String[]::new);
    }

    private static Id id(String page) {
        String[] parts = page.split("[/?]", -1);
        return Id.parse(parts[3]).orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
