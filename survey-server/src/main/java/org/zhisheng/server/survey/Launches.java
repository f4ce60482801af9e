package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.round.Round;

/** Launches drafts: reads them, checks them, and freezes what results. */
@Singleton
public final class Launches {
    /** Layout of the manifests that this version writes. */
    private static final int FORMAT = 1;

    private final Drafts drafts;
    private final Planner planner;
    private final LaunchCheck check;
    private final Freezer freezer;
    private final Organizations organizations;
    private final InstallationConfig installation;
    private final PageBundle bundle;
    private final Issuer issuer;
    private final Handover handover;

    Launches(
            Drafts drafts,
            Planner planner,
            LaunchCheck check,
            Freezer freezer,
            Organizations organizations,
            InstallationConfig installation,
            PageBundle bundle,
            Issuer issuer,
            Handover handover) {
        this.drafts = drafts;
        this.planner = planner;
        this.check = check;
        this.freezer = freezer;
        this.organizations = organizations;
        this.installation = installation;
        this.bundle = bundle;
        this.issuer = issuer;
        this.handover = handover;
    }

    /**
     * Launches a draft of a round as it stands. Where answers need a credential, the issuer makes the keys before anything
     * is frozen, and is handed the manifest afterwards; where it cannot be reached then, {@link Handover} tries again.
     *
     * @param by name of the officer
     * @throws ProblemException {@code invalid-input} where the draft has faults, {@code launch-stopped} where the check
     *     stops it, {@code wrong-state} where it is no draft any more
     */
    public void launch(Id survey, Round round, String by) {
        Plan plan = planner.read(drafts.get(survey), round);
        List<CheckPoint> points = check.check(plan);
        if (!LaunchCheck.passed(points)) {
            throw ProblemException.of(Problem.LAUNCH_STOPPED);
        }
        URI address = installation.publicAddress().orElseThrow();
        freeze(survey, plan, address, by);
    }

    /**
     * Launches a draft of sample data, whose posters nobody prints: the check before launch is left out.
     *
     * @param address the address under which it can be tried
     * @param by who launches, as the manifest names it
     */
    public void launchSample(Id survey, Round round, URI address, String by) {
        Plan plan = planner.read(drafts.get(survey), round);
        freeze(survey, plan, address, by);
    }

    private void freeze(Id survey, Plan plan, URI address, String by) {
        Admission admission = plan.mode().isAdmitting() ? admission(survey, plan, address) : null;
        freezer.freeze(manifest(survey, plan, address, admission), by);
        if (admission != null) {
            handover.attempt(survey);
        }
    }

    /** An issuer in this process is reached where this process is. */
    private Admission admission(Id survey, Plan plan, URI address) {
        Admission made = issuer.prepare(survey, plan.round().id(), plan.frame());
        return made.apart() ? made : made.at(PublicAddress.text(address));
    }

    private Manifest manifest(Id survey, Plan plan, URI address, @Nullable Admission admission) {
        Round round = plan.round();
        return new Manifest(
                FORMAT,
                survey,
                freezer.freeCode(),
                round.organization(),
                organizations.get(round.organization()).name(),
                round.id(),
                round.name(),
                plan.questionnaire().title(),
                plan.questionnaire().id(),
                plan.questionnaire().version(),
                plan.length().code(),
                plan.questionnaire().hash(),
                plan.items(),
                plan.frame(),
                plan.mode(),
                plan.poster(),
                plan.opens(),
                plan.closes(),
                PublicAddress.text(address),
                DeclaredTables.of(plan.items(), plan.frame(), plan.demographics()),
                ReleaseRules.DEFAULT,
                bundle.fingerprint(),
                admission);
    }
}
