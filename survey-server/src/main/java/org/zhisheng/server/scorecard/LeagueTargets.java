package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.Entries;

/** The targets that unions set, besides those of 2014 to 2018. Whoever calls asks {@code Access} first. */
@Singleton
final class LeagueTargets {
    private static final double MOST_GROWTH = 1000;

    private final TargetStore store;
    private final Organizations organizations;
    private final Clock clock;

    LeagueTargets(TargetStore store, Organizations organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Targets, and who set them from when on. */
    record Set(Targets targets, Organization by, int since, String person) {}

    /** What holds for an organization in a year: its own targets, or else those of the nearest one above with any. */
    Optional<Set> of(Id organization, int year) {
        for (Organization at : organizations.path(organization).reversed()) {
            Optional<TargetStore.Row> row = store.latest(at.id(), year);
            if (row.isPresent() && !row.get().targets().isEmpty()) {
                TargetStore.Row set = row.get();
                return Optional.of(new Set(set.targets(), at, set.sinceYear(), set.setBy()));
            }
        }
        return Optional.empty();
    }

    /**
     * Sets what an organization's form holds; an empty form ends its own targets from that year on.
     *
     * @throws ProblemException {@code invalid-input} with every field that is no target
     */
    void set(Id organization, int year, Entries form, String by) {
        List<Fault> faults = new ArrayList<>();
        Double growthFrom = number(form, "growthFrom", MOST_GROWTH, faults);
        Double growthTo = number(form, "growthTo", MOST_GROWTH, faults);
        boolean isBand = growthFrom == null ? growthTo == null : growthTo != null && growthFrom <= growthTo;
        if (faults.isEmpty() && !isBand) {
            faults.add(Fault.of("growthFrom", "scorecard.league.fault.band"));
        }
        Targets targets = new Targets(
                number(form, "establishment", 100, faults),
                number(form, "awareness", 100, faults),
                number(form, "satisfaction", 100, faults),
                false,
                growthFrom,
                growthTo);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        store.set(
                organization,
                year,
                targets.establishment(),
                targets.awareness(),
                targets.satisfaction(),
                targets.growthFrom(),
                targets.growthTo(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static @Nullable Double number(Entries form, String field, double most, List<Fault> faults) {
        String typed = form.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.matches("\\d{1,4}(\\.\\d{1,2})?") && Double.parseDouble(typed) <= most) {
            return Double.valueOf(typed);
        }
        faults.add(Fault.of(field, "scorecard.league.fault.number", Digits.plain(most)));
        return null;
    }
}
