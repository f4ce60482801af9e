package org.zhisheng.analytics.cli.scheme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.planning.CoverageThresholds;
import org.zhisheng.analytics.score.Aggregation;
import org.zhisheng.analytics.score.Band;
import org.zhisheng.analytics.score.Cap;
import org.zhisheng.analytics.score.Dimension;
import org.zhisheng.analytics.score.Direction;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.Mean;
import org.zhisheng.analytics.score.Measure;
import org.zhisheng.analytics.score.Normalisation;
import org.zhisheng.analytics.score.Range;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.analytics.score.Source;
import org.zhisheng.analytics.score.Veto;

/** Reads a scheme that its JSON Schema allows. What a scheme leaves out is told in the schema. */
final class SchemeReader {
    private static final Range POINTS = new Range(0, 100);
    private static final String ONLY_DIMENSION = "all";

    private final PlanNode node;

    SchemeReader(PlanNode node) {
        this.node = node;
    }

    Scheme read() {
        List<Indicator> indicators = node.elements("indicators").stream()
                .map(SchemeReader::indicator)
                .toList();
        return new Scheme(
                new SchemeId(node.text("id"), node.text("version")),
                node.has("parent") ? SchemeId.parse(node.text("parent")) : null,
                dimensions(indicators),
                indicators,
                node.elements("measures").stream()
                        .map(m -> new Measure(m.text("id"), range(m), sources(m)))
                        .toList(),
                aggregation(node.find("aggregation"), Aggregation.ARITHMETIC),
                node.number("missingAllowed", 25),
                node.elements("bands").stream()
                        .map(b -> new Band(b.text("id"), b.number("from"), b.has("alias") ? b.text("alias") : null))
                        .toList(),
                node.elements("caps").stream()
                        .map(c -> new Cap(c.text("id"), c.text("of"), c.number("below"), c.text("ceiling")))
                        .toList(),
                node.elements("vetoes").stream()
                        .map(v -> new Veto(
                                v.text("id"),
                                v.has("fact") ? v.text("fact") : null,
                                v.text("ceiling"),
                                v.texts("prompts")))
                        .toList(),
                node.has("coverage") ? coverage(node.get("coverage")) : null,
                node.integer("smallUnit", 0));
    }

    private List<Dimension> dimensions(List<Indicator> indicators) {
        if (node.has("dimensions")) {
            return node.elements("dimensions").stream()
                    .map(d -> new Dimension(d.text("id"), d.number("weight")))
                    .toList();
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        indicators.forEach(i -> weights.merge(i.dimension(), i.weight(), Double::sum));
        List<Dimension> dimensions = new ArrayList<>();
        weights.forEach((id, weight) -> dimensions.add(new Dimension(id, weight)));
        return dimensions;
    }

    static Aggregation aggregation(@Nullable PlanNode node, Aggregation otherwise) {
        if (node == null) {
            return otherwise;
        }
        if (node.has("all")) {
            return Aggregation.of(mean(node.text("all")));
        }
        return new Aggregation(mean(node.text("within", "arithmetic")), mean(node.text("across", "arithmetic")), true);
    }

    static Mean mean(String name) {
        return Mean.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static CoverageThresholds coverage(PlanNode node) {
        try {
            return new CoverageThresholds(
                    node.get("A").integer("halfWidth", 0),
                    node.get("A").integer("rate", 0),
                    node.get("B").integer("halfWidth", 0),
                    node.get("B").integer("rate", 0),
                    node.integer("bandFromRate", 0),
                    node.integer("numberFromRate", 0),
                    node.integer("fewest", 0));
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Indicator indicator(PlanNode node) {
        return new Indicator(
                node.text("id"),
                node.text("dimension", ONLY_DIMENSION),
                node.number("weight", 0),
                levels(node),
                range(node),
                node.has("normalise") ? normalisation(node.get("normalise")) : new Normalisation.Identity(),
                sources(node));
    }

    private static Set<Level> levels(PlanNode node) {
        if (!node.has("levels")) {
            return EnumSet.allOf(Level.class);
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        node.texts("levels").forEach(l -> levels.add(Level.valueOf(l.toUpperCase(Locale.ROOT))));
        return levels;
    }

    private static Range range(PlanNode node) {
        if (!node.has("range")) {
            return Range.UNBOUNDED;
        }
        List<PlanNode> ends = pair(node.get("range"));
        double lower = ends.get(0).json().isNull()
                ? Double.NEGATIVE_INFINITY
                : ends.get(0).number();
        double upper = ends.get(1).json().isNull()
                ? Double.POSITIVE_INFINITY
                : ends.get(1).number();
        return range(node.get("range"), lower, upper);
    }

    private static List<PlanNode> pair(PlanNode node) {
        List<PlanNode> ends = node.elements();
        if (ends.size() != 2) {
            throw node.fault("needs two numbers, the least and the largest");
        }
        return ends;
    }

    private static Range range(PlanNode node, double lower, double upper) {
        if (!(lower < upper)) {
            throw node.fault("the first number must be below the second");
        }
        return new Range(lower, upper);
    }

    private static Normalisation normalisation(PlanNode node) {
        Direction direction = node.text("direction", "").equals("lower-is-better")
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER;
        try {
            return switch (node.text("by")) {
                case "identity" -> new Normalisation.Identity();
                case "target-ratio" -> new Normalisation.TargetRatio(node.number("target"));
                case "target-band" -> new Normalisation.TargetBand(node.number("lower"), node.number("upper"));
                case "min-max" ->
                    new Normalisation.MinMax(
                            node.has("goalposts") ? numbers(node.get("goalposts")) : null,
                            node.has("onto") ? numbers(node.get("onto")) : POINTS,
                            direction);
                case "distance-to-target" ->
                    new Normalisation.DistanceToTarget(node.number("target"), direction, node.flag("capped", true));
                default -> new Normalisation.ZScore(node.number("mean", 0), node.number("sd", 1), direction);
            };
        } catch (IllegalArgumentException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
    }

    private static Range numbers(PlanNode node) {
        List<PlanNode> ends = pair(node);
        return range(node, ends.get(0).number(), ends.get(1).number());
    }

    private static List<Source> sources(PlanNode node) {
        return node.has("sources")
                ? node.elements("sources").stream().map(SchemeReader::source).toList()
                : List.of(new Source.Given());
    }

    private static Source source(PlanNode node) {
        return switch (node.text("kind")) {
            case "figures" ->
                new Source.FigureSum(
                        node.text("survey"),
                        node.elements("sum").stream()
                                .map(t -> new Source.Term(
                                        t.text("item"),
                                        t.text("statistic"),
                                        t.text("category", ""),
                                        t.number("times", 1)))
                                .toList());
            case "participation" -> new Source.Participation(node.text("survey"));
            case "ratio" -> new Source.Ratio(parts(node, "numerator"), parts(node, "denominator"));
            case "checklist" -> new Source.Checklist(node.texts("facts"));
            case "demand-response" ->
                new Source.DemandResponse(
                        node.text("survey"),
                        node.text("item"),
                        node.integer("top", 5),
                        Set.copyOf(node.texts("excluded")),
                        node.text("fact"));
            case "amount" -> new Source.Amount(node.text("fact"));
            default -> new Source.Given();
        };
    }

    private static List<Source.Part> parts(PlanNode node, String key) {
        return node.elements(key).stream()
                .map(p -> new Source.Part(p.text("fact"), p.number("times", 1)))
                .toList();
    }
}
