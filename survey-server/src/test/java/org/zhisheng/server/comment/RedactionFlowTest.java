package org.zhisheng.server.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhisheng.server.account.Role;
import org.zhisheng.server.account.TestAccounts;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.response.SampleAnswers;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/** From what workers typed to what everybody reads, as the person who redacts goes through it. */
@Tag("server")
@MicronautTest(transactional = false)
final class RedactionFlowTest {
    private static final Pattern TEXT = Pattern.compile("name=\"text\" value=\"([0-9a-f]{32})\"");
    private static final Pattern CHECKED = Pattern.compile("name=\"hide\" value=\"(\\d+-\\d+)\" checked");
    private static final String NAMED = "希望王主任13805391234别再骂人，食堂要改善";
    private static final String PLAIN = "食堂的菜太咸了";

    @Inject
    EmbeddedServer server;

    @Inject
    SampleSurveys surveys;

    @Inject
    TestAccounts accounts;

    @Inject
    Results results;

    @Inject
    Comments comments;

    @Inject
    CommentStore store;

    private Manifest survey(List<String> texts) {
        Manifest survey =
                surveys.fielded("pre-demand", new Frame(List.of("车间"), List.of(new Stratum("01", List.of("一车间"), 60))));
        SampleAnswers answers = new SampleAnswers(server);
        texts.forEach(text -> answers.cast(survey, "01", Map.of("PRE-F1", text)));
        for (int i = texts.size(); i < 12; i++) {
            answers.cast(survey, "01", Map.of());
        }
        results.close(survey.survey(), "王秀兰");
        return survey;
    }

    private static List<String> twelve() {
        List<String> texts = new ArrayList<>(List.of(NAMED, PLAIN, PLAIN, PLAIN));
        for (int i = 0; i < 8; i++) {
            texts.add("第" + (char) ('A' + i) + "件事是食堂" + "甲乙丙丁戊己庚辛".charAt(i));
        }
        return texts;
    }

    private Browser as(Role role, Manifest survey) {
        return accounts.browser(server, role, survey.organization());
    }

    private static String path(Manifest survey, String more) {
        return "/console/surveys/" + survey.survey() + more;
    }

    @Test
    void aPersonLooksAtEveryCommentHidesWordsAndReleasesOnce() throws Exception {
        Manifest survey = survey(twelve());
        Browser officer = as(Role.UNION_OFFICER, survey);
        String queue = path(survey, "/comments/PRE-F1");

        assertTrue(officer.get(queue).body().contains("骂人"));
        assertEquals(
                409,
                officer.post(path(survey, "/release-comments"), "audience", "EVERYONE")
                        .statusCode());
        assertEquals(10, decideAll(officer, queue), "three that are the same are one decision");
        assertEquals(12, store.decisions(survey.survey()).size(), "which is kept for each of them");
        assertEquals(
                303,
                officer.post(path(survey, "/release-comments"), "audience", "EVERYONE")
                        .statusCode());

        PublishedComments released =
                comments.find(survey.survey(), Audience.EVERYONE).orElseThrow();
        ItemComments item = released.items().getFirst();
        assertEquals(12, item.received());
        assertTrue(item.comments().contains(new ReleasedComment("希望▇▇别再骂人，食堂要改善", 1)), item::toString);
        assertTrue(item.comments().contains(new ReleasedComment(PLAIN, 3)));
        assertEquals(List.of(new CommentTerm("食堂", 12)), item.terms());
        assertEquals(Map.of(), store.decisions(survey.survey()), "decisions are forgotten");

        assertReadable(survey, released);
        assertEquals(409, officer.get(queue).statusCode(), "nobody reads the originals any more");
        assertEquals(
                409,
                officer.post(path(survey, "/release-comments"), "audience", "EVERYONE")
                        .statusCode());
    }

    private void assertReadable(Manifest survey, PublishedComments released) throws Exception {
        Browser evaluator = as(Role.EVALUATOR, survey);
        String page = evaluator.get(path(survey, "/result")).body();
        assertTrue(page.contains("<li>希望▇▇别再骂人，食堂要改善</li>") && page.contains(released.fingerprint()), page);
        assertTrue(page.contains("<span class=\"term\">食堂 <b>12</b></span>"), page);
        assertFalse(page.contains("王主任") || page.contains("13805391234"));
        String file = evaluator
                .with("Accept", "*/*")
                .get(path(survey, "/comments.json"))
                .body();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
        assertEquals(released.fingerprint(), HexFormat.of().formatHex(digest));
        assertFalse(file.contains("王主任"));
    }

    /** Goes through the queue as it is shown, leaving what is proposed; tells how many decisions it took. */
    private static int decideAll(Browser redactor, String queue) {
        int decisions = 0;
        for (String page = redactor.get(queue).body();
                page.contains("name=\"text\"");
                page = redactor.get(queue).body()) {
            String form = page.substring(page.indexOf("<form class=\"card mb-3 comment\""));
            form = form.substring(0, form.indexOf("</form>"));
            List<String> entries = new ArrayList<>(
                    List.of("verdict", "show", "text", found(TEXT, form).getFirst()));
            found(CHECKED, form).forEach(span -> entries.addAll(List.of("hide", span)));
            HttpResponse<String> answer = redactor.post(queue, entries.toArray(String[]::new));
            assertEquals(303, answer.statusCode());
            decisions++;
        }
        return decisions;
    }

    private static List<String> found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        return matcher.results().map(r -> r.group(1)).toList();
    }

    @Test
    void onlyWordsOfTheCommentCanBeHiddenAndNothingBeAdded() {
        Manifest survey = survey(twelve());
        Browser officer = as(Role.UNION_OFFICER, survey);
        String queue = path(survey, "/comments/PRE-F1");
        String text = found(TEXT, officer.get(queue).body()).getFirst();
        for (String bad : List.of("0-1000", "5-2", "x", "-1-2", "0-99999999999")) {
            assertEquals(
                    422,
                    officer.post(queue, "text", text, "verdict", "show", "hide", bad)
                            .statusCode(),
                    bad);
        }
        assertEquals(
                404,
                officer.post(queue, "text", "0".repeat(32), "verdict", "show").statusCode());
        assertEquals(Map.of(), store.decisions(survey.survey()));
        officer.post(queue, "text", text, "verdict", "show", "words", "领导很好", "redacted", "领导很好");
        assertFalse(officer.get(queue + "?decided=true").body().contains("领导很好"));
    }

    @Test
    void underTenCommentsNobodyReadsThem() {
        Manifest survey = survey(twelve().subList(0, 9));
        Browser officer = as(Role.UNION_OFFICER, survey);
        assertFalse(officer.get(path(survey, "/comments/PRE-F1")).body().contains("食堂"));
        assertFalse(officer.get(path(survey, "/comments")).body().contains("release-comments"));
        assertEquals(
                409,
                officer.post(path(survey, "/release-comments"), "audience", "EVERYONE")
                        .statusCode());
    }

    @Test
    void whereTooLittleIsLeftAfterRedactionNothingIsShown() {
        Manifest survey = survey(twelve());
        Browser officer = as(Role.UNION_OFFICER, survey);
        String queue = path(survey, "/comments/PRE-F1");
        for (int withheld = 0; withheld < 4; withheld++) {
            String text = found(TEXT, officer.get(queue).body()).getFirst();
            officer.post(queue, "text", text, "verdict", "withhold");
        }
        decideAll(officer, queue);
        officer.post(path(survey, "/release-comments"), "audience", "EVERYONE");
        assertEquals(
                ItemComments.tooFew("PRE-F1"),
                comments.find(survey.survey(), Audience.EVERYONE)
                        .orElseThrow()
                        .items()
                        .getFirst());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheUnionRedacts(Role role) {
        Manifest survey = survey(twelve());
        boolean may = role == Role.UNION_OFFICER || role == Role.UNION_ADMINISTRATOR;
        boolean team = role == Role.WORKER_TEAM;
        Browser browser = as(role, survey);
        assertEquals(
                may ? 200 : 403, browser.get(path(survey, "/comments/PRE-F1")).statusCode());
        assertEquals(
                team ? 200 : 403, browser.get(path(survey, "/comments/PRE-F2")).statusCode());
        assertEquals(
                may || team ? 200 : 403, browser.get(path(survey, "/comments")).statusCode());
        assertEquals(
                may ? 409 : 403,
                browser.post(path(survey, "/release-comments"), "audience", "EVERYONE")
                        .statusCode());
        assertEquals(
                team ? 409 : 403,
                browser.post(path(survey, "/release-comments"), "audience", "WORKER_SIDE")
                        .statusCode());
        assertEquals(team ? 200 : 403, browser.get(path(survey, "/restricted")).statusCode());
    }
}
