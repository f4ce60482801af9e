package org.zhisheng.analytics.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.cli.csv.ColumnRequest;
import org.zhisheng.analytics.cli.csv.CsvFormat;
import org.zhisheng.analytics.cli.csv.CsvLoader;
import org.zhisheng.analytics.cli.csv.CsvTable;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.ColumnSpec;
import org.zhisheng.analytics.cli.variable.MissingCodes;
import org.zhisheng.analytics.cli.variable.VariableReader;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.estimation.CubeEstimator;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.Domain;
import org.zhisheng.analytics.estimation.EstimateRule;
import org.zhisheng.analytics.estimation.Scoring;
import org.zhisheng.analytics.weighting.Margin;
import org.zhisheng.analytics.weighting.Raking;
import org.zhisheng.analytics.weighting.RakingVariance;

/** What is measured: loading, and everything after it. */
final class Workload {
    private static final List<String> FRAME = List.of("stratum", "workshop", "sex", "age");

    private final Map<String, CategoryColumn> columns = new HashMap<>();
    private final int threads;

    private Workload(int threads) {
        this.threads = threads;
    }

    static Workload load(Path file, int threads) {
        Workload workload = new Workload(threads);
        List<ColumnSpec> specs = SyntheticSurvey.columns().stream()
                .map(name -> ColumnSpec.undeclared(name, MissingCodes.NONE))
                .toList();
        List<ColumnRequest> requests = specs.stream().map(ColumnSpec::request).toList();
        CsvTable table = new CsvLoader(file, CsvFormat.STANDARD, threads, share -> {}).load(requests);
        for (ColumnSpec spec : specs) {
            var variable = VariableReader.read(spec, table.columns().get(spec.name()));
            workload.columns.put(spec.name(), ((CategoryVariable) variable).column());
        }
        return workload;
    }

    CategoryColumn stratum() {
        return columns.get("stratum");
    }

    List<CategoryColumn> items() {
        return SyntheticSurvey.items().stream().map(columns::get).toList();
    }

    CountCube count() {
        List<CategoryColumn> counted = new ArrayList<>(items());
        counted.add(columns.get("aware"));
        return CountCube.count(FRAME.stream().map(columns::get).toList(), counted, List.of(), threads);
    }

    static Design stratified(CountCube cube) {
        Map<String, Double> population = new HashMap<>();
        Factor strata = cube.grouping("stratum");
        for (int cell = 0; cell < cube.cells(); cell++) {
            String stratum = strata.labels().get(strata.code(cell));
            population.merge(stratum, (double) cube.size(cell) * SyntheticSurvey.PEOPLE_PER_RESPONDENT, Double::sum);
        }
        return Design.ofCube(cube).strata(strata).populationSizes(population).build();
    }

    /** 20 means with errors, 20 means by workshop, one proportion with a logit interval. */
    static List<Estimate> estimates(CountCube cube, Design design) {
        CubeEstimator estimator = new CubeEstimator(cube, design);
        List<Estimate> estimates = new ArrayList<>();
        List<Domain> workshops = estimator.domains("workshop");
        for (String item : SyntheticSurvey.items()) {
            estimates.add(estimator.mean(scored(cube, item), Domain.all(), EstimateRule.forMeans()));
        }
        for (String item : SyntheticSurvey.items()) {
            for (Domain workshop : workshops) {
                estimates.add(estimator.mean(scored(cube, item), workshop, EstimateRule.forMeans()));
            }
        }
        var aware = new CubeEstimator.Item("aware", Scoring.indicator(List.of("y")));
        estimates.add(estimator.proportion(aware, Domain.all(), EstimateRule.forProportions()));
        return estimates;
    }

    private static CubeEstimator.Item scored(CountCube cube, String item) {
        Map<String, Double> points = new HashMap<>();
        cube.labels(item).forEach(label -> points.put(label, Double.valueOf(label)));
        return new CubeEstimator.Item(item, new Scoring(points, Map.of(), Double.NaN));
    }

    /** Rakes on three margins that differ from the sample. */
    static Design raked(CountCube cube, Design design) {
        List<Margin> margins = new ArrayList<>();
        for (String name : List.of("workshop", "sex", "age")) {
            margins.add(margin(cube, name));
        }
        return design.adjusted((w, n) -> Raking.of(margins, w, n, 1000, 1e-12, RakingVariance.BASE_WEIGHT_RESIDUALS));
    }

    private static Margin margin(CountCube cube, String name) {
        var grouping = cube.grouping(name);
        int levels = grouping.labels().size();
        double total = (double) cube.total() * SyntheticSurvey.PEOPLE_PER_RESPONDENT;
        Map<String, Double> counts = new HashMap<>();
        for (int level = 0; level < levels; level++) {
            counts.put(grouping.labels().get(level), total * 2 * (level + levels) / (levels * (3.0 * levels - 1)));
        }
        return Margin.of(grouping, counts);
    }

    static List<Estimate> rakedMeans(CountCube cube, Design raked) {
        CubeEstimator estimator = new CubeEstimator(cube, raked);
        return SyntheticSurvey.items().stream()
                .map(item -> estimator.mean(scored(cube, item), Domain.all(), EstimateRule.forMeans()))
                .toList();
    }
}
