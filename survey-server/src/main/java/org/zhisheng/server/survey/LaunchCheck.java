package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.survey.CheckPoint.Level;

/** The check before launch: what stops it, and what an officer should know while everything can still be changed. */
@Singleton
final class LaunchCheck {
    /** Strata under this headcount seldom reach ten answers. */
    static final int SMALL_STRATUM = 20;

    private static final int MAX_DEMOGRAPHICS = 2;
    private static final int NAMED = 8;

    private final InstallationConfig installation;
    private final Issuer issuer;

    LaunchCheck(InstallationConfig installation, Issuer issuer) {
        this.installation = installation;
        this.issuer = issuer;
    }

    /** Everything there is to say about a plan, what stops it first. */
    List<CheckPoint> check(Plan plan) {
        List<CheckPoint> points = new ArrayList<>();
        points.add(address());
        points.add(mode(plan.mode()));
        points.addAll(frame(plan.frame(), plan.mode()));
        points.add(demographics(plan));
        plan.notices().forEach(n -> points.add(new CheckPoint(Level.NOTE, n.key(), n.arguments())));
        points.sort((a, b) -> b.level().compareTo(a.level()));
        return points;
    }

    /** Whether nothing stops the launch. */
    static boolean passed(List<CheckPoint> points) {
        return points.stream().noneMatch(p -> p.level() == Level.STOP);
    }

    private CheckPoint address() {
        PublicAddress fitness = PublicAddress.of(installation.url());
        String shown = installation.publicAddress().map(PublicAddress::text).orElse("");
        String key = "survey.check.address-" + fitness.name().toLowerCase(Locale.ROOT);
        return switch (fitness) {
            case FIT -> CheckPoint.of(Level.FINE, key, shown);
            case MISSING -> CheckPoint.of(Level.STOP, key);
            case PRIVATE, UNENCRYPTED ->
                installation.demo()
                        ? CheckPoint.of(Level.NOTE, key + "-demo", shown)
                        : CheckPoint.of(Level.STOP, key, shown);
        };
    }

    /**
     * A roster and the answers on one host could be brought together by whoever runs it, so links by name are for an
     * issuer on a host of its own.
     */
    private CheckPoint mode(Mode mode) {
        return switch (mode) {
            case TICKET ->
                CheckPoint.of(Level.FINE, issuer.isApart() ? "survey.check.ticket-apart" : "survey.check.ticket");
            case POSTER -> CheckPoint.of(Level.NOTE, "survey.check.poster");
            case INVITATION ->
                issuer.isApart()
                        ? CheckPoint.of(Level.FINE, "survey.check.invitation")
                        : CheckPoint.of(Level.STOP, "survey.check.invitation-together");
        };
    }

    private static List<CheckPoint> frame(Frame frame, Mode mode) {
        List<CheckPoint> points = new ArrayList<>();
        int all = frame.headcount();
        int fewest = ReleaseRules.DEFAULT.minimumGroup();
        if (all < fewest) {
            return List.of(CheckPoint.of(Level.STOP, "survey.check.too-few", all, fewest));
        }
        CoverageRating sizes =
                CoverageRating.of("", 0, all, mode == Mode.POSTER ? FieldingMode.POSTER : FieldingMode.TICKETS);
        points.add(CheckPoint.of(
                Level.FINE,
                mode == Mode.POSTER ? "survey.check.coverage" : "survey.check.coverage-tickets",
                all,
                forBand(sizes.neededForB(), all),
                Math.ceilDiv(30 * all, 100)));
        named(frame, 1, fewest - 1)
                .ifPresent(names -> points.add(CheckPoint.of(Level.NOTE, "survey.check.hidden", names, fewest)));
        named(frame, fewest, SMALL_STRATUM - 1)
                .ifPresent(names -> points.add(CheckPoint.of(Level.NOTE, "survey.check.small", names, SMALL_STRATUM)));
        return points;
    }

    /** Answers that earn band B: n(10 %) or 60 %, whichever is fewer, and never under 30 %. */
    static long forBand(long needed, int headcount) {
        return Math.max(Math.ceilDiv(30L * headcount, 100), Math.min(needed, Math.ceilDiv(60L * headcount, 100)));
    }

    private static Optional<String> named(Frame frame, int from, int to) {
        List<Stratum> found = frame.strata().stream()
                .filter(s -> s.headcount() >= from && s.headcount() <= to)
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String names = found.stream()
                .limit(NAMED)
                .map(s -> s.label() + " (" + s.headcount() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(found.size() > NAMED ? names + " … (" + found.size() + ")" : names);
    }

    private static CheckPoint demographics(Plan plan) {
        double alone = Uniqueness.expected(plan.frame(), plan.demographics());
        String percent = String.format(Locale.ROOT, "%.1f", 100 * alone);
        int asked = plan.demographics().size();
        if (asked > MAX_DEMOGRAPHICS && alone >= Uniqueness.LIMIT) {
            return CheckPoint.of(
                    Level.STOP, "survey.check.too-revealing", asked, percent, Math.round(100 * Uniqueness.LIMIT));
        }
        return asked == 0
                ? CheckPoint.of(Level.FINE, "survey.check.no-demographics")
                : CheckPoint.of(
                        alone < Uniqueness.LIMIT ? Level.FINE : Level.NOTE,
                        "survey.check.demographics",
                        asked,
                        percent);
    }
}
