package org.zhisheng.server.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.disclosure.Candidate;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.Estimator;
import org.zhisheng.analytics.estimation.LonelyPsu;
import org.zhisheng.analytics.estimation.MergeRule;
import org.zhisheng.analytics.estimation.Strata;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * Estimates the tables that a survey declared. Respondents of a stratum are treated as a simple random sample without
 * replacement from its headcount (model-based: everyone was invited), so that every figure is post-stratified to the
 * headcounts and carries a finite population correction.
 */
final class Estimation {
    private final Manifest manifest;
    private final Frame frame;
    private final Tally tally;
    private final Dataset data;
    private final Strata strata;
    private final Measures measures;

    Estimation(Manifest manifest, Frame frame, Tally tally) {
        this.manifest = manifest;
        this.frame = frame;
        this.tally = tally;
        List<String> left = tally.overAnswered();
        this.data = tally.data().without(left);
        double[] once = new double[data.rows()];
        Arrays.fill(once, 1);
        this.strata = Strata.of(present(data.stratum(), left), once, headcounts(left), merging(left));
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

    /** Whether the survey declared tables for an audience. */
    boolean declares(Audience audience) {
        return !declared("", audience).isEmpty();
    }

    /** The table of the whole unit for an audience. */
    Candidate whole(Audience audience) {
        return new Candidate(
                "",
                List.of(new Candidate.Group(
                        "",
                        frame.headcount(),
                        tally.valid(),
                        true,
                        measures.everything(declared("", audience), Domain.all()))));
    }

    /** The tables declared for an audience by a dimension of the frame or by a demographic. */
    List<Candidate> parts(Audience audience) {
        List<Candidate> tables = new ArrayList<>();
        manifest.tables().stream()
                .map(DeclaredTable::by)
                .filter(by -> !by.isEmpty() && !declared(by, audience).isEmpty())
                .distinct()
                .forEach(by -> {
                    int dimension = frame.dimensions().indexOf(by);
                    tables.add(dimension >= 0 ? byDimension(dimension, audience) : byDemographic(by, audience));
                });
        return tables;
    }

    private Candidate byDimension(int position, Audience audience) {
        Factor factor = data.dimension(position);
        List<Candidate.Group> groups = new ArrayList<>();
        for (String name : factor.labels()) {
            List<Stratum> members = frame.strata().stream()
                    .filter(s -> s.categories().get(position).equals(name))
                    .toList();
            groups.add(new Candidate.Group(
                    name,
                    members.stream().mapToInt(Stratum::headcount).sum(),
                    members.stream().mapToInt(s -> tally.count(s.code())).sum(),
                    true,
                    figures(declared(frame.dimensions().get(position), audience), factor, name)));
        }
        return new Candidate(frame.dimensions().get(position), groups);
    }

    /** By a demographic; those who left it blank are a group too, so that every respondent is in one. */
    private Candidate byDemographic(String code, Audience audience) {
        Item item = manifest.item(code)
                .orElseThrow(() -> new IllegalStateException("the declared table by " + code + " has no such item"));
        int[] codes = new int[data.rows()];
        List<String> labels = new ArrayList<>(Dataset.substantive(item));
        byte[] column = data.column(item).codes();
        Arrays.setAll(codes, row -> column[row] < 0 ? labels.size() : column[row]);
        labels.add("");
        Factor factor = Factor.of(code, labels, codes);
        List<Candidate.Group> groups = new ArrayList<>();
        for (int g = 0; g < labels.size(); g++) {
            int level = g;
            int count = (int) IntStream.of(codes).filter(c -> c == level).count();
            groups.add(new Candidate.Group(
                    labels.get(g), -1, count, false, figures(declared(code, audience), factor, labels.get(g))));
        }
        return new Candidate(code, groups);
    }

    private List<Figure> figures(List<Item> items, Factor factor, String name) {
        int level = factor.labels().indexOf(name);
        Domain domain = Domain.where(name, factor.size(), row -> factor.code(row) == level);
        if (IntStream.range(0, factor.size()).noneMatch(domain::contains)) {
            return List.of();
        }
        // Bottom lines and tactics have no headline: their shares are what there is to know.
        return items.stream().anyMatch(Item::restricted)
                ? measures.everything(items, domain)
                : measures.headlines(items, domain);
    }

    /** The items declared for a table and an audience; texts are never tabulated. */
    private List<Item> declared(String by, Audience audience) {
        List<String> codes = manifest.tables().stream()
                .filter(t -> t.by().equals(by))
                .flatMap(t -> t.items().stream())
                .toList();
        return manifest.items().stream()
                .filter(i -> codes.contains(i.code()) && i.audience() == audience && i.kind() != ItemKind.TEXT)
                .toList();
    }

    private Map<String, Integer> headcounts(List<String> left) {
        Map<String, Integer> headcounts = new HashMap<>();
        frame.strata().stream()
                .filter(s -> !left.contains(s.code()))
                .forEach(s -> headcounts.put(s.code(), s.headcount()));
        return headcounts;
    }

    private MergeRule merging(List<String> left) {
        return new MergeRule.Neighbours(
                manifest.rules().mergeBelow(),
                frame.strata().stream()
                        .map(Stratum::code)
                        .filter(code -> !left.contains(code))
                        .toList());
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
