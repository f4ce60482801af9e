package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Clause;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.round.Contract;
import org.zhisheng.server.round.Level;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.round.Subject;
import org.zhisheng.server.round.Terms;
import org.zhisheng.server.survey.Admission;
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

/** Launches surveys of the shipped questionnaires, with everything that a round can fill in. */
@Singleton
public final class SampleSurveys {
    private final Random random = new Random();
    private final Organizations organizations;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Freezer freezer;
    private final Questionnaires questionnaires;

    SampleSurveys(
            Organizations organizations, Rounds rounds, Drafts drafts, Freezer freezer, Questionnaires questionnaires) {
        this.organizations = organizations;
        this.rounds = rounds;
        this.drafts = drafts;
        this.freezer = freezer;
        this.questionnaires = questionnaires;
    }

    /** An open core survey over HTTP with a poster for each of its two strata, 01 and 02. */
    public Manifest open(String questionnaire) {
        return launch(questionnaire, Length.CORE, PosterKind.ONE_A_STRATUM, "http://localhost", Duration.ZERO);
    }

    /** A survey that opened an hour ago, moved by the given time, and closes a day later. */
    public Manifest launch(String questionnaire, Length length, PosterKind poster, String address, Duration moved) {
        return launch(questionnaire, length, poster, address, moved, null);
    }

    /** A full open survey of the strata, with the tables that its launch would declare. */
    public Manifest fielded(String questionnaire, Frame frame) {
        Questionnaire asked = questionnaires.latest(questionnaire);
        List<Item> items = items(asked, Length.FULL, PosterKind.ONE_A_STRATUM, frame);
        return launch(
                asked,
                Length.FULL,
                PosterKind.ONE_A_STRATUM,
                "http://localhost",
                Duration.ZERO,
                null,
                frame,
                SurveySamples.tables(items, frame));
    }

    /** A core survey whose workers come with credentials, moved by the given time. */
    public Manifest tickets(String questionnaire, Duration moved, BiFunction<Id, Frame, Admission> admission) {
        return launch(questionnaire, Length.CORE, PosterKind.ONE_A_STRATUM, "http://localhost", moved, admission);
    }

    /** An open core survey at an address whose workers come with credentials. */
    public Manifest admitting(String questionnaire, String address, Function<Id, Admission> admission) {
        return admitting(questionnaire, Length.CORE, address, admission);
    }

    Manifest admitting(String questionnaire, Length length, String address, Function<Id, Admission> admission) {
        return launch(
                questionnaire,
                length,
                PosterKind.ONE_A_STRATUM,
                address,
                Duration.ZERO,
                (survey, frame) -> admission.apply(survey));
    }

    private Manifest launch(
            String questionnaire,
            Length length,
            PosterKind poster,
            String address,
            Duration moved,
            @Nullable BiFunction<Id, Frame, Admission> admission) {
        Frame frame = new Frame(
                List.of("车间", "用工形式"),
                List.of(new Stratum("01", List.of("一车间", "合同工"), 40), new Stratum("02", List.of("二车间", "派遣工"), 60)));
        return launch(
                questionnaires.latest(questionnaire), length, poster, address, moved, admission, frame, List.of());
    }

    private Manifest launch(
            Questionnaire asked,
            Length length,
            PosterKind poster,
            String address,
            Duration moved,
            @Nullable BiFunction<Id, Frame, Admission> admission,
            Frame frame,
            List<DeclaredTable> tables) {
        Round round = round();
        Id survey = drafts.start(round.id(), SurveySamples.draft());
        Instant opens = Instant.now()
                .truncatedTo(ChronoUnit.MINUTES)
                .minus(Duration.ofHours(1))
                .plus(moved);
        Manifest manifest = new Manifest(
                1,
                survey,
                freezer.freeCode(),
                round.organization(),
                "沂水县第二食品厂工会委员会",
                round.id(),
                round.name(),
                asked.title(),
                asked.id(),
                asked.version(),
                length.code(),
                asked.hash(),
                items(asked, length, poster, frame),
                frame,
                admission == null ? Mode.POSTER : Mode.TICKET,
                poster,
                opens,
                opens.plus(Duration.ofDays(1)),
                address,
                tables,
                ReleaseRules.DEFAULT,
                null,
                admission == null ? null : admission.apply(survey, frame));
        freezer.freeze(manifest, "王秀兰");
        return manifest;
    }

    private static List<Item> items(Questionnaire asked, Length length, PosterKind poster, Frame frame) {
        List<Item> items = new ArrayList<>();
        if (poster == PosterKind.ONE_FOR_ALL) {
            SequencedMap<String, String> labels = new LinkedHashMap<>();
            frame.strata().forEach(s -> labels.put(s.code(), s.label()));
            items.add(asked.stratumItem(labels));
        }
        List<Clause> clauses = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Clause("K" + i, Text.same("第" + i + "条：每月十日前足额发放上月工资，遇节假日提前发放")))
                .toList();
        List<String> contract =
                List.of("T01", "T02", "T05", "T08", "T10", "T12", "T03", "T04", "T06", "T07", "T09", "T11", "T13");
        Fill fill = new Fill(
                List.of("T01", "T05", "T08", "T10", "T12"),
                contract,
                clauses,
                Text.same("基本工资上调 6%，夜班津贴每班加 5 元"),
                true,
                asked.defaultDemographics(frame.headcount(), List.of("车间")));
        items.addAll(asked.items(length, fill));
        return items;
    }

    private Round round() {
        Organization plant = organizations.add(
                new Organization(Id.random(random), null, OrganizationKind.ENTERPRISE, "沂水县第二食品厂工会委员会", null, 0));
        Terms terms = new Terms(List.of("T01"), List.of(), List.of(), "");
        return rounds.add(new Round(
                Id.random(random),
                plant.id(),
                "2026 年工资集体协商",
                2026,
                Level.ENTERPRISE,
                Subject.WAGE,
                Contract.NONE,
                terms));
    }
}
