package org.zhisheng.server.round;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;

/** The bargaining rounds. Whoever calls asks {@code Access} first. */
@Singleton
public final class Rounds {
    private final RoundStore store;
    private final Json json;

    Rounds(RoundStore store, Json json) {
        this.store = store;
        this.json = json;
    }

    /** Adds a round. */
    public Round add(Round round) {
        store.save(row(round));
        return round;
    }

    /** Replaces what may change of a round: everything but its id and its organization. */
    public Round change(Round round) {
        store.update(row(round));
        return round;
    }

    /** The round with the id; the problem {@code not-found} where there is none. */
    public Round get(Id id) {
        return store.findById(id).map(this::round).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    /** The rounds of the organizations, the latest year first. */
    public List<Round> of(Collection<Id> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : store.findByOrganizationInOrderByForYearDescAndName(organizations).stream()
                        .map(this::round)
                        .toList();
    }

    private RoundStore.Row row(Round round) {
        return RoundStore.Row.of(round, new String(json.write(round.terms()), StandardCharsets.UTF_8));
    }

    private Round round(RoundStore.Row row) {
        return row.round(json.read(row.terms().getBytes(StandardCharsets.UTF_8), Terms.class));
    }
}
