package org.zhisheng.server.result;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.disclosure.Headlines;
import org.zhisheng.analytics.disclosure.Protection;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.LonelyPsu;
import org.zhisheng.analytics.estimation.MergeRule;
import org.zhisheng.analytics.estimation.Strata;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * Estimates the whole unit. Respondents of a weighting block are treated as a simple random sample without replacement from
 * its headcount (model-based: everyone was invited), so that every figure is post-stratified to the headcounts and carries
 * a finite population correction. The blocks are those of the protection: strata that a weighted figure would give away
 * are merged before weighting. Groups are not estimated here: the gate makes their rates from what it audited.
 */
final class Estimation {
    private final Manifest manifest;
    private final Frame frame;
    private final Tally tally;
    private final Strata strata;
    private final Measures measures;

    Estimation(Manifest manifest, Frame frame, Tally tally, Protection protection) {
        this.manifest = manifest;
        this.frame = frame;
        this.tally = tally;
        List<String> left = tally.overAnswered();
        Dataset data = tally.data().without(left);
        double[] once = new double[data.rows()];
        Arrays.fill(once, 1);
        this.strata = Strata.of(present(data.stratum(), left), once, headcounts(left), merging(protection));
        Design design = Design.ofRows(data.rows())
                .strata(strata)
                .lonelyPsu(LonelyPsu.ADJUST)
                .build();
        this.measures =
                new Measures(new Estimator(design), data, manifest.rules().confidenceLevel());
    }

    /** Strata that were merged before weighting, in words. */
    List<String> merged() {
        return strata.merges().stream()
                .map(m -> m.strata().stream().map(this::label).collect(Collectors.joining(" + ")))
                .toList();
    }

    /** The estimates of the whole unit for an audience, with all digits. */
    Headlines headlines(Audience audience) {
        List<Item> items = Counting.declared(manifest, audience);
        return new Headlines(
                frame.headcount(),
                tally.valid(),
                manifest.rules().confidenceLevel(),
                measures.everything(items, Domain.all()),
                measures.composed(items),
                measures.covariances(items));
    }

    private Map<String, Integer> headcounts(List<String> left) {
        Map<String, Integer> headcounts = new HashMap<>();
        frame.strata().stream()
                .filter(s -> !left.contains(s.code()))
                .forEach(s -> headcounts.put(s.code(), s.headcount()));
        return headcounts;
    }

    /** Every block of the protection becomes one stratum, however many responded. */
    private static MergeRule merging(Protection protection) {
        Map<String, String> blockOf = new HashMap<>();
        protection.blocks().forEach(block -> block.forEach(cell -> blockOf.put(cell, String.join("+", block))));
        return new MergeRule.Groups(Integer.MAX_VALUE, blockOf);
    }

    /** The same factor over the strata that are left. */
    private static Factor present(Factor stratum, List<String> left) {
        List<String> labels =
                stratum.labels().stream().filter(l -> !left.contains(l)).toList();
        int[] codes = IntStream.range(0, stratum.size())
                .map(row -> labels.indexOf(stratum.labels().get(stratum.code(row))))
                .toArray();
        return Factor.of(stratum.name(), labels, codes);
    }

    private String label(String code) {
        return frame.stratum(code).map(Stratum::label).orElse(code);
    }
}
