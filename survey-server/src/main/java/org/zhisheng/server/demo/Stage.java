package org.zhisheng.server.demo;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;
import org.zhisheng.server.survey.ChinaTime;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Launches;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.SurveyDraft;
import org.zhisheng.server.survey.SurveySummary;
import org.zhisheng.server.survey.Surveys;

/** Puts a scene's tree, rounds and surveys into the database; what is there already stays. */
@Singleton
final class Stage {
    /** Who launched, as manifests name it. */
    static final String STAGEHAND = "示例 Sample data";

    private final Organizations organizations;
    private final Rounds rounds;
    private final Drafts drafts;
    private final Launches launches;
    private final Surveys surveys;
    private final Clock clock;

    Stage(Organizations organizations, Rounds rounds, Drafts drafts, Launches launches, Surveys surveys, Clock clock) {
        this.organizations = organizations;
        this.rounds = rounds;
        this.drafts = drafts;
        this.launches = launches;
        this.surveys = surveys;
        this.clock = clock;
    }

    /** Whether the scene was staged here before, wholly or in part. */
    boolean has(Scene scene) {
        Id top = SceneIds.organization(scene.organizations().getFirst().key());
        return organizations.find(top).isPresent();
    }

    /**
     * Stages a scene.
     *
     * @param address the address that the surveys' posters carry
     */
    void set(Scene scene, URI address) {
        add(null, scene.organizations());
        for (Scene.Survey survey : scene.surveys()) {
            Round round = survey.round().round(LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE));
            if (rounds.of(List.of(round.organization())).stream().noneMatch(r -> r.id().equals(round.id()))) {
                rounds.add(round);
            }
            if (find(survey).isEmpty()) {
                launch(survey, rounds.get(round.id()), address);
            }
        }
    }

    private void add(Scene.@Nullable Node parent, List<Scene.Node> nodes) {
        for (Scene.Node node : nodes) {
            if (organizations.find(SceneIds.organization(node.key())).isEmpty()) {
                organizations.add(node.organization(parent, nodes.indexOf(node)));
            }
            add(node, node.children());
        }
    }

    /** The scene's survey where it was launched. */
    Optional<Fielded> find(Scene.Survey survey) {
        return summary(survey).flatMap(found -> surveys.find(found.id()));
    }

    private Optional<SurveySummary> summary(Scene.Survey survey) {
        Id round = SceneIds.round(survey.round().organization(), survey.round().name());
        return surveys.of(List.of(round)).stream().findFirst();
    }

    private void launch(Scene.Survey survey, Round round, URI address) {
        Id id = summary(survey).map(SurveySummary::id).orElseGet(() -> drafts.start(round.id(), draft(survey)));
        try {
            launches.launchSample(id, round, address, STAGEHAND);
        } catch (ProblemException e) {
            // An issuer on another host may start later: the draft stays, and the next start launches it.
            if (e.problem() != Problem.ISSUER_UNREACHABLE) {
                throw e;
            }
        }
    }

    private SurveyDraft draft(Scene.Survey survey) {
        LocalDateTime closes = LocalDateTime.ofInstant(
                clock.instant().plus(Duration.ofDays(survey.days())).truncatedTo(ChronoUnit.HOURS), ChinaTime.ZONE);
        return SurveyDraft.EMPTY
                .withQuestionnaire(survey.questionnaire())
                .withMode(Objects.requireNonNullElse(survey.mode(), Mode.POSTER))
                .withFrame(String.join("\n", survey.frame()))
                .withTimes("", closes.toString());
    }
}
