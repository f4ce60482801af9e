package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sampling frame: everyone the contract covers, counted by stratum, never by person.
 *
 * @param dimensions names of the dimensions that cross to strata, for example 车间 and 用工形式; at least one
 * @param strata the cells that have workers
 */
@Serdeable
public record Frame(List<String> dimensions, List<Stratum> strata) {
    /** Most strata of a frame: their codes have at most three digits. */
    public static final int MAX_STRATA = 999;

    /** Largest headcount of a stratum that is taken for no slip of the pen. */
    public static final int MAX_HEADCOUNT = 1_000_000;

    public Frame {
        dimensions = List.copyOf(dimensions);
        strata = List.copyOf(strata);
    }

    /** All covered workers. */
    public int headcount() {
        return strata.stream().mapToInt(Stratum::headcount).sum();
    }

    /** The same strata, those that are named with another headcount. */
    public Frame corrected(Map<String, Integer> headcounts) {
        return new Frame(
                dimensions,
                strata.stream()
                        .map(s ->
                                new Stratum(s.code(), s.categories(), headcounts.getOrDefault(s.code(), s.headcount())))
                        .toList());
    }

    /** The stratum with the given code. */
    public Optional<Stratum> stratum(String code) {
        return strata.stream().filter(s -> s.code().equals(code)).findFirst();
    }
}
