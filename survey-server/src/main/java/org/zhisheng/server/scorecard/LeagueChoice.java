package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.account.Access;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.account.Permission;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;

/**
 * What a league table compares: scorecards of one level, because what a region is scored on has no meaning for an
 * enterprise.
 *
 * @param beneath the organization and all beneath it
 * @param levels the levels that have signed-off scorecards there in that year
 */
record LeagueChoice(
        Organization at, List<Organization> beneath, SchemeId scheme, int year, Level level, List<Level> levels) {
    /** The year in which targets were first set; before it there is nothing to look at. */
    private static final int FIRST_YEAR = 2014;

    /** The ids of the organization and all beneath it. */
    List<Id> within() {
        return beneath.stream().map(Organization::id).toList();
    }

    /** Reads choices from addresses. */
    @Singleton
    static final class Reader {
        private final Scorecards scorecards;
        private final Schemes schemes;
        private final Organizations organizations;
        private final Access access;

        Reader(Scorecards scorecards, Schemes schemes, Organizations organizations, Access access) {
            this.scorecards = scorecards;
            this.schemes = schemes;
            this.organizations = organizations;
            this.access = access;
        }

        /**
         * The choice of an address. What it leaves out is the highest organization, the first scheme, the latest year and
         * the enterprises; empty where the person sees no scorecards anywhere.
         */
        Optional<LeagueChoice> read(Actor actor, Entries asked) {
            List<Organization> seen = access.where(actor, Permission.SEE_SCORECARDS);
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            Organization at = asked.text("organization").isEmpty()
                    ? seen.getFirst()
                    : seen.stream()
                            .filter(o -> o.id().toString().equals(asked.text("organization")))
                            .findFirst()
                            .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
            List<Organization> beneath = organizations.tree().chosenAndBeneath(o -> o.id().equals(at.id()));
            List<Scorecard> cards =
                    scorecards.of(beneath.stream().map(Organization::id).toList());
            SchemeId scheme = scheme(asked.text("scheme"));
            int year = year(asked.text("year"), cards);
            List<Level> levels = levels(cards, scheme, year);
            return Optional.of(new LeagueChoice(at, beneath, scheme, year, level(asked.text("level"), levels), levels));
        }

        private SchemeId scheme(String asked) {
            return schemes.all().stream()
                    .filter(SchemeVersion::isFrozen)
                    .map(SchemeVersion::id)
                    .filter(id -> asked.isEmpty() || id.toString().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        }

        private static int year(String asked, List<Scorecard> cards) {
            return asked.matches("20\\d\\d")
                    ? Integer.parseInt(asked)
                    : cards.stream().mapToInt(Scorecard::year).max().orElse(FIRST_YEAR);
        }

        private List<Level> levels(List<Scorecard> cards, SchemeId scheme, int year) {
            return cards.stream()
                    .filter(c -> c.isSigned() && c.scheme().equals(scheme) && c.year() == year)
                    .map(c -> scorecards.assessment(c.id()).level())
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }

        private static Level level(String asked, List<Level> levels) {
            List<Level> wanted = new ArrayList<>(levels);
            wanted.removeIf(l -> !key(l).equals(asked));
            return !wanted.isEmpty() ? wanted.getFirst() : levels.isEmpty() ? Level.ENTERPRISE : levels.getFirst();
        }
    }

    /** How addresses and messages write a level. */
    static String key(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
