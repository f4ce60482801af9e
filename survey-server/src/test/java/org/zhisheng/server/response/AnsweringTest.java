package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.Surveys;

/** Sending answers in poster mode, by the page and as JSON, as a client sees it. */
@Tag("server")
@MicronautTest(transactional = false)
final class AnsweringTest {
    private final Random random = new Random();
    private Manifest survey;
    private String home;

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys samples;

    @Inject
    Responses responses;

    @Inject
    Stored stored;

    @Inject
    CastBody casts;

    @Inject
    Surveys surveys;

    @BeforeEach
    void launch() {
        survey = samples.open("pre-demand");
        home = "/s/" + survey.code();
    }

    @Test
    void aPlainFormIsCountedOnceAndThanked() {
        String tag = tag(phone().get(home + "/01").body());
        for (int sent = 0; sent < 2; sent++) {
            HttpResponse<String> answer = phone().post(
                            home + "/answers?lang=zh-CN",
                            "id",
                            tag,
                            "stratum",
                            "01",
                            "PRE-S1",
                            "SATISFIED",
                            "PRE-T1",
                            "T05",
                            "PRE-T1",
                            "T01",
                            "PRE-T2",
                            "",
                            "PRE-T2",
                            "T05",
                            "PRE-T2",
                            "T01",
                            "PRE-F1",
                            "多开一个打饭窗口");
            assertEquals(303, answer.statusCode());
            assertEquals(home + "/thanks?lang=zh-CN", location(answer));
        }
        assertEquals(Map.of("01", 1), responses.countByStratum(survey.survey()));
        assertEquals(Map.of("PRE-F1", List.of("多开一个打饭窗口")), stored.texts(survey));
        assertEquals(
                List.of(new AnswerSheet(Map.of(
                        "PRE-S1",
                        List.of("SATISFIED"),
                        "PRE-T1",
                        List.of("T01", "T05"),
                        "PRE-T2",
                        List.of("T05", "T01")))),
                stored.responses(survey).stream().map(Response::answers).toList());
    }

    @Test
    void theScriptGetsAReceiptForAnAnswerSentAgain() {
        String tag = newTag();
        Browser script = phone().with("Accept", "application/json");

        HttpResponse<String> first = script.post(home + "/answers", "id", tag, "stratum", "02", "PRE-S1", "SATISFIED");
        HttpResponse<String> again = script.post(home + "/answers", "id", tag, "stratum", "02", "PRE-S1", "SATISFIED");

        assertEquals(200, first.statusCode());
        assertEquals("{\"counted\":true,\"before\":false}", first.body());
        assertEquals("{\"counted\":true,\"before\":true}", again.body());
        assertEquals(1, responses.count(survey.survey()));
    }

    @Test
    void answersToQuestionsThatWereNotPutAreDropped() {
        Manifest evaluation = samples.open("post-evaluation");
        String to = "/s/" + evaluation.code() + "/answers";

        HttpResponse<String> answer = phone().post(
                        to,
                        "id",
                        newTag(),
                        "POST-A0",
                        "NO",
                        "POST-C0",
                        "SATISFIED",
                        "POST-O1",
                        "SATISFIED",
                        "STRATUM",
                        "02");

        assertEquals(303, answer.statusCode());
        assertEquals(
                List.of(new Response(
                        "02", new AnswerSheet(Map.of("POST-A0", List.of("NO"), "POST-O1", List.of("SATISFIED"))))),
                stored.responses(evaluation));
    }

    @Test
    void whoWouldRatherNotSayHasNoStratum() {
        phone().post(home + "/answers", "id", newTag(), "STRATUM", "REFUSED", "PRE-S1", "SATISFIED");
        phone().post(home + "/answers", "id", newTag(), "PRE-S1", "SATISFIED");

        assertEquals(Map.of(Responses.NO_STRATUM, 2), responses.countByStratum(survey.survey()));
    }

    @Test
    void whatIsWrongIsSaidBesideTheItemAndNothingTypedIsLost() {
        String tag = newTag();
        HttpResponse<String> answer = phone().post(
                        home + "/answers?lang=zh-CN",
                        "id",
                        tag,
                        "stratum",
                        "01",
                        "PRE-S1",
                        "SATISFIED",
                        "PRE-S2",
                        "NONSENSE",
                        "PRE-T1",
                        "T01",
                        "PRE-T1",
                        "T02",
                        "PRE-T1",
                        "T03",
                        "PRE-T1",
                        "T04",
                        "PRE-T1",
                        "T05",
                        "PRE-T1",
                        "T06",
                        "PRE-F1",
                        "<b>饭</b>\"" + "长".repeat(300));

        String page = answer.body();
        assertEquals(422, answer.statusCode());
        assertEquals(tag, tag(page));
        assertTrue(page.contains("name=\"stratum\" value=\"01\""));
        assertTrue(page.contains("value=\"SATISFIED\" checked"));
        assertTrue(page.contains("value=\"T06\" checked"));
        assertTrue(page.contains("&lt;b&gt;饭&lt;/b&gt;&quot;" + "长".repeat(300)), "the words are kept, escaped");
        assertFalse(page.contains("<b>饭"));
        for (String item : List.of("PRE-S2", "PRE-T1", "PRE-F1")) {
            assertTrue(page.contains("<a href=\"#" + item + "\">"), item + " is in the summary");
        }
        assertTrue(page.contains("role=\"alert\">最多选 5 项"));
        assertTrue(page.contains("role=\"alert\">最多写 200 个字，现在有 309 个字"), page);
        assertEquals(0, responses.count(survey.survey()));
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void theLanguageCanBeChangedWithoutScriptAndTheAnswersStay() {
        String tag = newTag();

        HttpResponse<String> answer = phone().post(
                        home + "/answers?lang=zh-CN", "id", tag, "stratum", "01", "PRE-S1", "SATISFIED", "show", "en");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("<html lang=\"en\">"));
        assertTrue(answer.body().contains("/answers?lang=en\""));
        assertTrue(answer.body().contains("value=\"SATISFIED\" checked"));
        assertEquals(tag, tag(answer.body()));
        assertEquals(0, responses.count(survey.survey()));
    }

    @Test
    void anEmptyOrUnreadableFormIsNotCounted() {
        assertEquals(
                422,
                phone().post(home + "/answers", "id", newTag(), "STRATUM", "01").statusCode());
        assertEquals(422, phone().post(home + "/answers", "PRE-S1", "SATISFIED").statusCode());
        assertEquals(
                422,
                phone().post(home + "/answers", "id", newTag(), "PRE-S1", "SATISFIED", "EXTRA", "1")
                        .statusCode());
        assertEquals(
                404,
                phone().post(home + "/answers", "id", newTag(), "stratum", "77", "PRE-S1", "SATISFIED")
                        .statusCode());
        assertEquals(
                413,
                phone().post(home + "/answers", "id", newTag(), "PRE-F1", "a".repeat(70_000))
                        .statusCode());
        assertEquals(
                415,
                phone().send("POST", home + "/answers", "text/plain", "id=" + newTag())
                        .statusCode());
        assertEquals(0, responses.count(survey.survey()));
    }

    @Test
    void afterTheCloseTheFormIsRefusedWithAPageThatSaysSo() {
        surveys.close(survey.survey(), "王");

        HttpResponse<String> late = phone().post(home + "/answers", "id", newTag(), "PRE-S1", "SATISFIED");
        HttpResponse<String> script = phone().with("Accept", "application/json")
                .post(home + "/answers", "id", newTag(), "PRE-S1", "SATISFIED");

        assertEquals(410, late.statusCode());
        assertTrue(late.body().contains("已经截止了"));
        assertEquals(410, script.statusCode());
        assertEquals(
                "application/problem+json",
                script.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(phone().get(home).body().contains("已经截止了"));
    }

    @Test
    void beforeItOpensThePageSaysWhen() {
        Manifest soon = samples.launch(
                "pre-demand", Length.CORE, PosterKind.ONE_FOR_ALL, "http://localhost", Duration.ofDays(2));

        HttpResponse<String> page = phone().get("/s/" + soon.code());

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("还没有开始"));
        assertTrue(Pattern.compile("\\d+月\\d+日 \\d\\d:\\d\\d（北京时间）开始")
                .matcher(page.body())
                .find());
        assertFalse(page.body().contains("<form"));
        assertEquals(
                409,
                phone().post("/s/" + soon.code() + "/answers", "id", newTag(), "PRE-S1", "SATISFIED")
                        .statusCode());
    }

    @Test
    void theCookieIsTheSameForEverybodyAndOnlyAfterAnswering() {
        Manifest secure = samples.launch(
                "pre-demand", Length.CORE, PosterKind.ONE_A_STRATUM, "https://survey.example.org", Duration.ZERO);
        String to = "/s/" + secure.code();
        List<String> cookies = new ArrayList<>();
        for (int worker = 0; worker < 2; worker++) {
            HttpResponse<String> answer = phone().post(to + "/answers", "id", newTag(), "PRE-S1", "SATISFIED");
            cookies.add(answer.headers().firstValue("Set-Cookie").orElseThrow());
        }

        assertEquals(cookies.get(0), cookies.get(1));
        assertTrue(
                cookies.getFirst()
                        .matches("__Host-zs_" + secure.code()
                                + "=1; Path=/; Expires=\\w{3}, [^;]+ GMT; HttpOnly; SameSite=Lax; Secure"),
                cookies.getFirst());
        for (String path : List.of(to, to + "/01", to + "/thanks", to + "/promise")) {
            assertTrue(phone().get(path).headers().firstValue("Set-Cookie").isEmpty(), path);
        }
        String again = phone().with("Cookie", "__Host-zs_" + secure.code() + "=1")
                .get(to)
                .body();
        // The other line is for the script, which knows from the phone's own storage; it stays hidden here.
        String line = "<p class=\"note\">这部手机已经交过一份了";
        assertTrue(again.contains(line));
        assertFalse(phone().get(to).body().contains(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/01", "/thanks", "/promise"})
    void lookingChangesNothingAndLeavesNothing(String page) {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            HttpResponse<String> seen =
                    phone().with("User-Agent", "MicroMessenger/8.0").send(method, home + page, "text/html", "");
            assertTrue(seen.statusCode() == 200 || method.equals("OPTIONS"), method + " " + seen.statusCode());
            assertTrue(seen.headers().firstValue("ETag").isEmpty());
            assertTrue(seen.headers().firstValue("Last-Modified").isEmpty());
            assertTrue(seen.headers().firstValue("Set-Cookie").isEmpty());
            assertEquals("no-store", seen.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "no-referrer", seen.headers().firstValue("Referrer-Policy").orElseThrow());
        }
        assertEquals(0, responses.count(survey.survey()));
    }

    @Test
    void theThanksLookTheSameToWhoHasNotAnswered() {
        String before = phone().get(home + "/thanks").body();
        Browser worker = phone();
        worker.post(home + "/answers", "id", newTag(), "PRE-S1", "SATISFIED");

        assertEquals(before, worker.get(home + "/thanks").body());
    }

    @Test
    void strangeAddressesLeadNowhere() {
        assertEquals(404, phone().get("/s/0000000").statusCode());
        assertEquals(404, phone().get(home + "/77").statusCode());
        assertEquals(home, location(phone().get(home + "/answers")));
        assertEquals(
                200,
                phone().get("/s/" + survey.code().toUpperCase(java.util.Locale.ROOT) + "/01")
                        .statusCode());
    }

    @Test
    void otherClientsReadTheItemsAndSendAnswersAsJson() {
        Browser client = phone().with("Accept", "application/json");
        String items = client.get("/api/surveys/" + survey.code()).body();
        String body = cast("01", Map.of("PRE-S1", List.of("SATISFIED")));

        HttpResponse<String> first = client.send("POST", "/cast", "application/json", body);
        HttpResponse<String> again = client.send("POST", "/cast", "application/json", body);
        HttpResponse<String> wrong = client.send(
                "POST",
                "/cast",
                "application/json",
                cast(null, Map.of("PRE-S1", List.of("NO"), "PRE-T2", List.of("T01"))));
        HttpResponse<String> longer = client.send("POST", "/cast", "application/json", body + " ");

        assertTrue(items.contains("\"code\":\"PRE-S1\"") && items.contains("\"open\":true"), items);
        assertTrue(items.contains("\"code\":\"STRATUM\""));
        assertEquals("{\"counted\":true,\"before\":false}", first.body());
        assertEquals("{\"counted\":true,\"before\":true}", again.body());
        assertTrue(first.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("\"field\":\"PRE-S1\""), wrong.body());
        assertEquals(422, longer.statusCode());
        assertTrue(longer.body().contains("/problems/cast-length"), longer.body());
        assertTrue(items.contains("\"castLength\":" + body.length()), items);
        assertEquals(
                400,
                client.send("POST", "/cast", "application/json", body.replaceFirst("\"id\":\"..", "\"id\":\"no"))
                        .statusCode());
        assertEquals(1, responses.count(survey.survey()));
    }

    private Browser phone() {
        return new Browser(server.getURI()).with("Accept-Language", "zh-CN");
    }

    private String cast(String stratum, Map<String, List<String>> answers) {
        return casts.of(survey, Id.random(random), stratum, answers);
    }

    private String newTag() {
        return Id.random(random).toString();
    }

    private static String tag(String page) {
        Matcher found = Pattern.compile("name=\"id\" value=\"([0-9a-f]{32})\"").matcher(page);
        assertTrue(found.find(), "the form carries an id");
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
