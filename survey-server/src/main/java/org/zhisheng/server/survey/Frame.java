package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * The sampling frame: everyone the contract covers, counted by stratum, never by person.
 *
 * @param dimensions names of the dimensions that cross to strata, for example 车间 and 用工形式; at least one
 * @param strata the cells that have workers
 */
@Serdeable
public record Frame(List<String> dimensions, List<Stratum> strata) {
    public Frame {
        dimensions = List.copyOf(dimensions);
        strata = List.copyOf(strata);
    }

    /** All covered workers. */
    public int headcount() {
        return strata.stream().mapToInt(Stratum::headcount).sum();
    }

    /** The stratum with the given code. */
    public Optional<Stratum> stratum(String code) {
        return strata.stream().filter(s -> s.code().equals(code)).findFirst();
    }
}
