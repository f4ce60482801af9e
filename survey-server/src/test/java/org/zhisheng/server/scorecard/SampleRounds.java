package org.zhisheng.server.scorecard;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Freezer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.SurveySamples;

/**
 * Rounds with a released satisfaction survey: two workshops of 40 and 60 workers answer through the form that the phone
 * posts, then the survey is closed. So many of a workshop's answers are of the contented kind, the rest of the other.
 */
@Singleton
final class SampleRounds {
    private final Random random = new Random();
    private final Organizations organizations;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Freezer freezer;
    private final Questionnaires questionnaires;
    private final Results results;

    SampleRounds(
            Organizations organizations,
            Rounds rounds,
            Drafts drafts,
            Freezer freezer,
            Questionnaires questionnaires,
            Results results) {
        this.organizations = organizations;
        this.rounds = rounds;
        this.drafts = drafts;
        this.freezer = freezer;
        this.questionnaires = questionnaires;
        this.results = results;
    }

    Organization county(String name) {
        return organizations.addRoot(new OrganizationFacts(OrganizationKind.COUNTY, name, null, null, null));
    }

    Organization plant(Organization above, String name) {
        return organizations.add(above.id(), OrganizationFacts.enterprise(name));
    }

    Organization city(String name) {
        return organizations.addRoot(new OrganizationFacts(OrganizationKind.CITY, name, null, null, null));
    }

    Organization county(Organization above, String name) {
        return organizations.add(above.id(), new OrganizationFacts(OrganizationKind.COUNTY, name, null, null, null));
    }

    Round round(Organization plant, int year) {
        return round(plant, year, Level.ENTERPRISE);
    }

    Round round(Organization plant, int year, Level level) {
        return rounds.add(new Round(
                Id.random(random),
                plant.id(),
                year + " 年工资集体协商",
                year,
                level,
                Subject.WAGE,
                new Contract(LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 10), LocalDate.of(year + 2, 3, 9)),
                Terms.NONE));
    }

    /** Answers of two workshops: how many in each, and how many of them contented. */
    PublishedResult survey(EmbeddedServer server, Round round, int[] answered, int[] contented) {
        Manifest manifest = manifest(round);
        freezer.freeze(manifest, "王秀兰");
        Browser phone = new Browser(server.getURI());
        for (int workshop = 0; workshop < answered.length; workshop++) {
            for (int i = 0; i < answered[workshop]; i++) {
                Map<String, String> answers = i < contented[workshop] ? contented() : discontented(i);
                answers.put("id", Id.random(random).toString());
                answers.put("stratum", "0" + (workshop + 1));
                List<String> form = new ArrayList<>();
                answers.forEach((name, value) -> form.addAll(List.of(name, value)));
                int status = phone.post("/s/" + manifest.code() + "/answers", form.toArray(String[]::new))
                        .statusCode();
                if (status != 303) {
                    throw new IllegalStateException("an answer was refused with " + status);
                }
            }
        }
        return results.close(manifest.survey(), "王秀兰");
    }

    private Manifest manifest(Round round) {
        Questionnaire asked = questionnaires.latest("post-evaluation");
        Id survey = drafts.start(round.id(), SurveySamples.draft());
        List<Item> items =
                asked.items(Length.CORE, new Fill(List.of("T01"), List.of("T01"), List.of(), null, true, List.of()));
        Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
        List<String> open = items.stream()
                .filter(i -> !i.restricted() && i.kind() != ItemKind.TEXT)
                .map(Item::code)
                .toList();
        return new Manifest(
                1,
                survey,
                freezer.freeCode(),
                round.organization(),
                organizations.get(round.organization()).name(),
                round.id(),
                round.name(),
                asked.title(),
                asked.id(),
                asked.version(),
                Length.CORE.code(),
                asked.hash(),
                items,
                new Frame(
                        List.of("车间"),
                        List.of(new Stratum("01", List.of("一车间"), 40), new Stratum("02", List.of("二车间"), 60))),
                Mode.POSTER,
                PosterKind.ONE_A_STRATUM,
                opens,
                opens.plus(1, ChronoUnit.DAYS),
                "http://localhost",
                List.of(new DeclaredTable(open, "")),
                ReleaseRules.DEFAULT,
                null,
                null);
    }

    private static Map<String, String> contented() {
        return answers("KNOW", "SURVEY", "AGREE", "VERY_SATISFIED", "SATISFIED");
    }

    private static Map<String, String> discontented(int i) {
        return answers(
                i % 3 == 0 ? "HEARD_ONLY" : "KNOW",
                i % 2 == 0 ? "NONE" : "FORUM",
                "NEUTRAL",
                "NEUTRAL",
                "DISSATISFIED");
    }

    private static Map<String, String> answers(
            String aware, String way, String agrees, String rights, String satisfied) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("POST-A0", "YES");
        answers.put("POST-A1", aware);
        answers.put("POST-A3", "YES");
        answers.put("POST-B1", way);
        answers.put("POST-C4", agrees);
        answers.put("POST-G1", rights);
        List.of("POST-C0", "POST-E1", "POST-K1", "POST-O1", "POST-O2").forEach(item -> answers.put(item, satisfied));
        answers.put("POST-X0", "NO");
        return answers;
    }

    /** Facts of a good enterprise, as the union's form has them. */
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        List.of(
                        "yearly-plan",
                        "yearly-cycle",
                        "instructor",
                        "wage-codetermination",
                        "wage-growth-mechanism",
                        "wage-payment-guarantee",
                        "improvement-plan",
                        "clause-front-line",
                        "clause-migrant",
                        "contract-women",
                        "contract-safety",
                        "representatives-elected",
                        "offer-and-reply",
                        "congress-two-thirds-present",
                        "congress-majority-for",
                        "congress-voted",
                        "filed-in-ten-days",
                        "published")
                .forEach(id -> facts.put(id, "yes"));
        facts.put("information-report", "no");
        facts.put("clause-dispatched", "not-applicable");
        facts.put("topics-with-clause", "T01 T05");
        facts.put("clauses-quantified", "14");
        facts.put("clauses", "22");
        facts.put("wage-growth", "7.6");
        facts.put("clauses-kept", "18");
        facts.put("clauses-kept-in-part", "2");
        facts.put("clauses-due", "20");
        return facts;
    }

    static Text title() {
        return new Text("沂水县集体协商质量评估方案", "Quality scheme of Yishui county");
    }
}
