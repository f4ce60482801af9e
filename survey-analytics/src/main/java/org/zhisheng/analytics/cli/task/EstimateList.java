package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.data.Estimate;

/** Collects estimates as the {@code results} of a task. */
final class EstimateList {
    private final List<Fields> results = new ArrayList<>();
    private final int minimum;
    private final List<String> conventions;

    EstimateList(Domains domains) {
        this.minimum = domains.minimum();
        this.conventions = domains.conventions();
    }

    /** Adds an estimate that has a rank among the others of its domain, 1 the largest. */
    void add(
            String of,
            @Nullable String value,
            @Nullable Fields domain,
            Estimate estimate,
            List<String> further,
            int rank) {
        add(of, value, domain, estimate, further);
        results.getLast().put("rank", rank);
    }

    /** Adds an estimate of a variable (and one of its values) in a domain; small domains keep no figures. */
    void add(String of, @Nullable String value, @Nullable Fields domain, Estimate estimate, List<String> further) {
        Fields fields = new Fields().put("of", of);
        if (value != null) {
            fields.put("category", value);
        }
        if (domain != null) {
            fields.put("domain", domain);
        }
        if (estimate.sampleSize() < minimum) {
            results.add(fields.put("value", Double.NaN)
                    .put("n", estimate.sampleSize())
                    .put("note", "fewer than " + minimum + " respondents: no figures"));
            return;
        }
        results.add(fields.put(with(estimate, further)));
    }

    private Estimate with(Estimate estimate, List<String> further) {
        List<String> all = new ArrayList<>(estimate.conventions());
        all.addAll(conventions);
        all.addAll(further);
        return new Estimate(
                estimate.statistic(),
                estimate.value(),
                estimate.standardError(),
                estimate.interval(),
                estimate.degreesOfFreedom(),
                estimate.sampleSize(),
                estimate.designEffect(),
                estimate.method(),
                all);
    }

    Fields fields() {
        return new Fields().put("results", List.copyOf(results));
    }
}
