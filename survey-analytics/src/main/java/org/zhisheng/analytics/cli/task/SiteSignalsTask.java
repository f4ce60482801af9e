package org.zhisheng.analytics.cli.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.Records;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.quality.AnswerGrid;
import org.zhisheng.analytics.quality.Bursts;
import org.zhisheng.analytics.quality.IdenticalVectors;
import org.zhisheng.analytics.quality.Sites;
import org.zhisheng.analytics.quality.Uniformity;

/** Signals of whole sites: identical vectors, improbable uniformity, and bursts where a coarse time is known. */
record SiteSignalsTask(PlanNode node, String site, List<String> items, String design) implements Task {
    private static final double IMPROBABLE = 0.001;
    private static final int FEWEST = 10;

    static Task read(PlanNode node, Scope scope) {
        if (node.has("bucket")) {
            scope.variable(node.get("bucket"));
        }
        return new SiteSignalsTask(
                node, scope.variable(node.get("site")), scope.variables(node, "items"), scope.design(node));
    }

    @Override
    public Fields run(Survey survey) {
        PlannedDesign planned = survey.design(design);
        Factor factor = planned.rows().grouping(List.of(site)).requireComplete();
        int[] codes = new int[factor.size()];
        Arrays.setAll(codes, factor::code);
        Sites sites = Sites.of(factor.labels(), codes);
        AnswerGrid grid = Answers.of(items, planned.variables());
        Fields fields = new Fields()
                .put(
                        "identical_vectors",
                        IdenticalVectors.of(grid, sites, (items.size() + 1) / 2).stream()
                                .map(r -> flagged(Records.fields(r), r.pValue()))
                                .toList())
                .put(
                        "uniformity",
                        Uniformity.of(grid, sites, node.integer("minimum_n", FEWEST)).stream()
                                .map(s -> flagged(Records.fields(s), s.adjusted()))
                                .toList());
        if (node.has("bucket")) {
            fields.put("bursts", bursts(planned, factor));
        }
        return fields.put(
                "conventions",
                List.of("signals, not proofs: a flag means below " + significance() + " and asks for a look"));
    }

    private double significance() {
        return node.number("significance", IMPROBABLE);
    }

    private Fields flagged(Fields fields, double p) {
        return fields.put("flagged", p < significance());
    }

    /** Each site's arrivals by bucket beside those of all other sites; one more in each bucket, so that none is 0. */
    private List<Fields> bursts(PlannedDesign planned, Factor sites) {
        Factor buckets = planned.rows().grouping(List.of(node.text("bucket")));
        long[][] counts = new long[sites.labels().size()][buckets.labels().size()];
        for (int row = 0; row < sites.size(); row++) {
            if (buckets.code(row) >= 0) {
                counts[sites.code(row)][buckets.code(row)]++;
            }
        }
        List<Fields> found = new ArrayList<>();
        for (int s = 0; s < counts.length; s++) {
            double[] profile = new double[buckets.labels().size()];
            Arrays.fill(profile, 1);
            for (int other = 0; other < counts.length; other++) {
                for (int b = 0; b < profile.length && other != s; b++) {
                    profile[b] += counts[other][b];
                }
            }
            for (Bursts.Bucket bucket : Bursts.of(counts[s], profile).flagged(significance())) {
                found.add(new Fields()
                        .put("site", sites.labels().get(s))
                        .put("bucket", buckets.labels().get(bucket.index()))
                        .putAll(Records.fields(bucket)));
            }
        }
        return found;
    }
}
