package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.RollUp;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.Unit;
import org.zhisheng.server.kernel.Id;

/** What a higher union sees of the signed-off scorecards beneath it: order, groups, pooled measures, targets. */
@Singleton
final class League {
    /** Fewer units than this cannot show how different units are; their rank sets come from pairwise tests instead. */
    private static final int FEWEST_SHRUNKEN = 4;

    private static final Simulation RULE = new Simulation(1_000, Simulation.DEFAULT.seed(), 0.90);
    private static final double LEVEL = 0.95;

    private final Scorecards scorecards;
    private final Schemes schemes;

    League(Scorecards scorecards, Schemes schemes) {
        this.scorecards = scorecards;
        this.schemes = schemes;
    }

    /** The signed-off scorecards of what was chosen, in a year. */
    List<Assessment> signed(LeagueChoice choice, int year) {
        return signed(choice.within(), choice.scheme(), year).stream()
                .filter(a -> a.level() == choice.level())
                .toList();
    }

    /** Those of the chosen year, of enterprises, industries and regions alike. */
    List<Assessment> signedAtAnyLevel(LeagueChoice choice) {
        return signed(choice.within(), choice.scheme(), choice.year());
    }

    private List<Assessment> signed(List<Id> organizations, SchemeId scheme, int year) {
        return scorecards.of(organizations).stream()
                .filter(c -> c.isSigned() && c.scheme().equals(scheme) && c.year() == year)
                .map(c -> scorecards.assessment(c.id()))
                .toList();
    }

    /** The order with rank sets and groups that cannot be told apart. */
    LeagueTable table(List<Assessment> assessments, SchemeId id) {
        Scheme scheme = schemes.get(id).scheme();
        Scorer scorer = Scorer.of(scheme);
        List<LeagueTable.Entry> entries = new ArrayList<>();
        for (Assessment a : assessments) {
            Unit unit = named(Units.of(a, scheme), a.scorecard().toString());
            Double error = a.outcome().standardError();
            entries.add(new LeagueTable.Entry(
                    scorer.score(unit), error == null ? 0 : error, Objects.requireNonNullElse(a.covered(), -1L)));
        }
        long listed = assessments.stream()
                .filter(a -> a.isRated() && !isSmall(a, scheme))
                .count();
        LeagueTable.Method method =
                listed < FEWEST_SHRUNKEN ? LeagueTable.Method.PAIRWISE : LeagueTable.Method.SHRUNKEN;
        return LeagueTable.of(entries, method, scheme.smallUnit(), RULE, 1, share -> {});
    }

    private static boolean isSmall(Assessment a, Scheme scheme) {
        Long covered = a.covered();
        return covered != null && covered < scheme.smallUnit();
    }

    /** Names may be equal; ids are not. */
    private static Unit named(Unit unit, String name) {
        return new Unit(name, unit.level(), unit.covered(), unit.readings(), unit.coverage(), unit.established());
    }

    /** A measure pooled by covered workers; empty where no scorecard has it. */
    Optional<RollUp.Pooled> pooled(List<Assessment> assessments, String quantity) {
        List<RollUp.Part> parts = parts(assessments, quantity);
        return parts.isEmpty() ? Optional.empty() : Optional.of(RollUp.pooled(parts, LEVEL));
    }

    /** What each scorecard says of a quantity, with its covered workers; those that say nothing are left out. */
    static List<RollUp.Part> parts(List<Assessment> assessments, String quantity) {
        List<RollUp.Part> parts = new ArrayList<>();
        for (Assessment a : assessments) {
            Long covered = a.covered();
            Double value = value(a, quantity);
            if (covered != null && value != null) {
                parts.add(new RollUp.Part(a.organizationName(), covered, value, error(a, quantity)));
            }
        }
        return parts;
    }

    static @Nullable Double value(Assessment a, String quantity) {
        return a.quantities().stream()
                .filter(q -> q.id().equals(quantity))
                .findFirst()
                .map(Assessment.Quantity::value)
                .orElse(null);
    }

    static double error(Assessment a, String quantity) {
        int at = a.random().indexOf(quantity);
        return at < 0 ? 0 : Math.sqrt(a.covariance().get(at).get(at));
    }
}
