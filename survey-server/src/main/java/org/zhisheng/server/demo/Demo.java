package org.zhisheng.server.demo;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/**
 * Sample data. With {@code --demo} an empty installation gets the tree of the founding notice with answered surveys;
 * without, it gets one sample survey to be tried on a phone, which goes away once somebody has set up an organization.
 * An installation that holds anything else gets nothing.
 */
@Singleton
public final class Demo {
    private final Stage stage;
    private final Scenes scenes;
    private final Seeding seeding;
    private final Organizations organizations;
    private final Surveys surveys;
    private final InstallationConfig installation;
    private @Nullable URI reachable;

    Demo(
            Stage stage,
            Scenes scenes,
            Seeding seeding,
            Organizations organizations,
            Surveys surveys,
            InstallationConfig installation) {
        this.stage = stage;
        this.scenes = scenes;
        this.seeding = seeding;
        this.organizations = organizations;
        this.surveys = surveys;
        this.installation = installation;
    }

    /**
     * Puts into the database what this start shows; made-up workers answer later.
     *
     * @param address the address under which phones reach this server
     */
    public void set(URI address) {
        reachable = address;
        Scene scene = wanted();
        if (isFree() || (installation.demo() && stage.has(scene))) {
            stage.set(scene, address);
        }
        if (!scene().equals(Optional.of(scenes.sample()))) {
            open(scenes.sample()).ifPresent(survey -> surveys.cancel(survey.id(), Stage.STAGEHAND));
        }
    }

    /** The address under which phones reach this server. */
    URI reachable() {
        return Objects.requireNonNull(reachable, "the scene was not set");
    }

    /** The scene to show: none where the installation holds something else. */
    Optional<Scene> scene() {
        Scene scene = wanted();
        boolean shown = stage.has(scene) && (installation.demo() || isFree());
        return shown ? Optional.of(scene) : Optional.empty();
    }

    private Scene wanted() {
        return installation.demo() ? scenes.tree() : scenes.sample();
    }

    /** Whether nobody has set up an organization. */
    private boolean isFree() {
        Id sample =
                SceneIds.organization(scenes.sample().organizations().getFirst().key());
        return organizations.all().stream().allMatch(o -> o.id().equals(sample));
    }

    /** The scene's survey that can be answered now. */
    Optional<Fielded> open(Scene scene) {
        return scene.surveys().stream()
                .filter(survey -> !survey.closed())
                .flatMap(survey -> stage.find(survey).stream())
                .filter(survey -> survey.state() == SurveyState.LAUNCHED)
                .findFirst();
    }

    /**
     * Lets the made-up workers answer in the background, as far as they have not yet.
     *
     * @param server where this server listens
     * @param terminal where progress is shown
     * @return the thread in which they do; empty where there is nothing to do
     */
    public Optional<Thread> begin(URI server, PrintStream terminal) {
        List<Scene.Survey> answered = scene().map(Scene::surveys).orElse(List.of());
        return seeding.begin(answered, server, terminal);
    }
}
