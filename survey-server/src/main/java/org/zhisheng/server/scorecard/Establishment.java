package org.zhisheng.server.scorecard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.OrganizationTree;
import org.zhisheng.server.round.Round;

/**
 * The establishment rate (建制率): unionised enterprises with a contract in force over all unionised enterprises. What
 * evaluators verified on the scorecards of regions and industries (the facts of indicator I01) goes before what the platform
 * has on its own record, because not every enterprise has to be on the platform.
 *
 * @param regions how many scorecards it was taken from; 0 where it comes from the platform's record
 */
record Establishment(long inForce, long enterprises, int regions) {
    private static final String IN_FORCE = "enterprises-with-contract-in-force";
    private static final String UNIONISED = "unionised-enterprises";

    /** In percent. */
    double rate() {
        return 100.0 * inForce / enterprises;
    }

    /**
     * By verified facts; empty where no scorecard has them. A scorecard speaks for everything beneath its organization, so
     * that the uppermost ones are taken and nothing is counted twice.
     *
     * @param signed the signed-off scorecards of a year, of any level
     */
    static Optional<Establishment> verified(OrganizationTree tree, Id at, List<Assessment> signed) {
        Assessment own = signed.stream()
                .filter(a -> a.organization().equals(at) && a.level() != Level.ENTERPRISE)
                // a region speaks for all of its industries
                .sorted((a, b) -> b.level().compareTo(a.level()))
                .filter(a -> fact(a, UNIONISED) != null && fact(a, IN_FORCE) != null)
                .findFirst()
                .orElse(null);
        if (own != null) {
            return of(number(own, IN_FORCE), number(own, UNIONISED), 1);
        }
        Establishment sum = new Establishment(0, 0, 0);
        for (Organization child : tree.children(at)) {
            Establishment part = verified(tree, child.id(), signed).orElse(new Establishment(0, 0, 0));
            sum = new Establishment(
                    sum.inForce + part.inForce, sum.enterprises + part.enterprises, sum.regions + part.regions);
        }
        return of(sum.inForce, sum.enterprises, sum.regions);
    }

    private static Optional<Establishment> of(long inForce, long enterprises, int regions) {
        return enterprises < 1 || inForce > enterprises
                ? Optional.empty()
                : Optional.of(new Establishment(inForce, enterprises, regions));
    }

    private static long number(Assessment a, String id) {
        String value = fact(a, id);
        return value == null ? 0 : Math.round(Double.parseDouble(value));
    }

    /** What stands after verification; null where nothing does. */
    private static @Nullable String fact(Assessment a, String id) {
        return a.facts().stream()
                .filter(f -> f.fact().equals(id))
                .map(Assessment.FactLine::used)
                .filter(v -> v != null && v.matches("\\d{1,9}(\\.0*)?"))
                .findFirst()
                .orElse(null);
    }

    /** By the platform's own record: the contracts of rounds, in force on a day; empty where it knows no enterprise. */
    static Optional<Establishment> recorded(Collection<Organization> beneath, Collection<Round> rounds, LocalDate day) {
        HashSet<Id> enterprises = new HashSet<>();
        beneath.stream().filter(o -> o.kind() == OrganizationKind.ENTERPRISE).forEach(o -> enterprises.add(o.id()));
        long inForce = rounds.stream()
                .filter(r -> enterprises.contains(r.organization()) && isInForce(r, day))
                .map(Round::organization)
                .distinct()
                .count();
        return of(inForce, enterprises.size(), 0);
    }

    private static boolean isInForce(Round round, LocalDate day) {
        LocalDate since = round.contract().inForceSince();
        LocalDate until = round.contract().inForceUntil();
        return since != null && !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
