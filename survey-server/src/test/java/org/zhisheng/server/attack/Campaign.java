package org.zhisheng.server.attack;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.questionnaire.Fill;
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
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Freezer;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.SurveyDraft;
import org.zhisheng.server.survey.Surveys;

/** Launches surveys of a plant as its union does, without the pages: with cards, for six unequal strata. */
final class Campaign {
    private static final int[] HEADCOUNTS = {66, 44, 30, 26, 20, 14};

    private final ApplicationContext context;
    private final Random random;
    private @Nullable Round round;
    private int opened;

    Campaign(ApplicationContext context, Random random) {
        this.context = context;
        this.random = random;
    }

    /** Whether no further survey can use the cards of the last round. */
    boolean needsRound() {
        return round == null || opened == Admission.SLOTS;
    }

    void startRound() {
        round = round();
        opened = 0;
    }

    /** Opens a survey of the round that was started last. */
    Manifest open() {
        Round current = Objects.requireNonNull(round);
        opened++;
        Questionnaire asked = context.getBean(Questionnaires.class).latest("pre-demand");
        Id survey = context.getBean(Drafts.class).start(current.id(), SurveyDraft.EMPTY);
        List<Stratum> strata = new ArrayList<>();
        for (int h = 0; h < HEADCOUNTS.length; h++) {
            strata.add(new Stratum("0" + (h + 1), List.of("车间" + (h + 1)), HEADCOUNTS[h]));
        }
        Frame frame = new Frame(List.of("车间"), strata);
        Fill fill = new Fill(
                List.of(),
                List.of(),
                List.of(),
                Text.same(""),
                false,
                asked.defaultDemographics(Plant.WORKERS, List.of("车间")));
        Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        Issuer issuer = context.getBean(Issuer.class);
        Freezer freezer = context.getBean(Freezer.class);
        Manifest manifest = new Manifest(
                1,
                survey,
                freezer.freeCode(),
                current.organization(),
                "沂水县第二食品厂工会委员会",
                current.id(),
                current.name(),
                asked.title(),
                asked.id(),
                asked.version(),
                Length.CORE.code(),
                asked.hash(),
                asked.items(Length.CORE, fill),
                frame,
                Mode.TICKET,
                PosterKind.ONE_A_STRATUM,
                opens,
                opens.plus(Duration.ofDays(1)),
                "http://localhost",
                List.of(),
                ReleaseRules.DEFAULT,
                null,
                issuer.prepare(survey, current.id(), frame));
        freezer.freeze(manifest, "王秀兰");
        Surveys surveys = context.getBean(Surveys.class);
        issuer.open(surveys.get(survey), surveys.manifestBytes(survey));
        return manifest;
    }

    private Round round() {
        Id plant = Id.random(random);
        context.getBean(Organizations.class)
                .add(new Organization(plant, null, OrganizationKind.ENTERPRISE, "沂水县第二食品厂工会委员会", null, 0));
        return context.getBean(Rounds.class)
                .add(new Round(
                        Id.random(random),
                        plant,
                        "2026 年工资集体协商",
                        2026,
                        Level.ENTERPRISE,
                        Subject.WAGE,
                        Contract.NONE,
                        new Terms(List.of(), List.of(), List.of(), "")));
    }
}
