package org.zhisheng.analytics.cli.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.expression.Condition;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.variable.CategoryVariable;
import org.zhisheng.analytics.cli.variable.Crossing;
import org.zhisheng.analytics.cli.variable.Variable;
import org.zhisheng.analytics.cli.variable.Variables;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.CountCube;
import org.zhisheng.analytics.estimation.Design;
import org.zhisheng.analytics.estimation.ReplicateEstimator;
import org.zhisheng.analytics.weighting.RakingReport;

/**
 * A design with its rows. Estimates of categories in a design without clusters or weight columns are made from counts:
 * every estimate says beforehand which items it counts by which groupings, so that one pass serves all that share them.
 */
public final class PlannedDesign {
    private static final int WORTH_COUNTING = 10_000;

    private final String name;
    private final DesignSpec spec;
    private final Variables variables;
    private final int threads;
    private final Map<Set<List<String>>, Set<String>> declared = new HashMap<>();
    private final Map<Set<List<String>>, CubeBase> cubes = new HashMap<>();
    private @Nullable RowBase rowBase;
    private @Nullable RakingReport rakingReport;
    private final Map<List<String>, Variable> crossings = new LinkedHashMap<>();

    /**
     * @param all variables over all rows of the data; the design keeps to its own rows
     * @param wave a further condition on its rows, such as one wave of two; or null
     */
    public PlannedDesign(String name, DesignSpec spec, Variables all, @Nullable Expression wave, int threads) {
        this.name = name;
        this.spec = spec;
        this.threads = threads;
        Expression own = spec.rows();
        Expression rows =
                own == null || wave == null ? own == null ? wave : own : new Expression.And(List.of(own, wave));
        this.variables = rows == null ? all : all.only(selected(rows, all));
        if (variables.rows() == 0) {
            throw spec.node().fault("has no rows" + (rows == null ? "" : ": no row satisfies its condition"));
        }
    }

    private static int[] selected(Expression rows, Variables all) {
        Condition condition = rows.bind(all::get);
        return IntStream.range(0, all.rows())
                .filter(row -> condition.test(row) == Condition.TRUE)
                .toArray();
    }

    /** The design's name in the plan. */
    public String name() {
        return name;
    }

    /** What the plan says of it. */
    public DesignSpec spec() {
        return spec;
    }

    /** The variables over the design's rows; estimates may add their own. */
    public Variables variables() {
        return variables;
    }

    /** The design over rows. */
    public Base rows() {
        RowBase base = rowBase;
        if (base == null) {
            DesignMaker maker = new DesignMaker(spec, new CellSource.Rows(variables));
            Design design = maker.make();
            rakingReport = maker.report();
            base = new RowBase(variables, design);
            rowBase = base;
        }
        return base;
    }

    /** What makes estimates from a base: linearisation, or replicates where the design has them. */
    public Estimating estimating(Base base) {
        ReplicateEstimator replicates = spec.node().has("replicates")
                ? new DesignMaker(spec, new CellSource.Rows(variables)).replicates()
                : null;
        return replicates == null ? new Estimating.Linearised(base.design()) : new Estimating.Replicated(replicates);
    }

    /** How raking went, once the design over rows has been made; null for a design that is not raked. */
    public @Nullable RakingReport rakingReport() {
        return rakingReport;
    }

    /** Says that an estimate will ask for {@link #base} with these groupings and items. */
    public void declare(Set<List<String>> groupings, List<String> items) {
        if (countable(groupings, items)) {
            declared.computeIfAbsent(all(groupings), key -> new LinkedHashSet<>())
                    .addAll(items);
        }
    }

    /** The base for items by groupings: counts if they suffice, else rows. */
    public Base base(Set<List<String>> groupings, List<String> items) {
        if (!countable(groupings, items)) {
            return rows();
        }
        Set<List<String>> dimensions = all(groupings);
        CubeBase base = cubes.get(dimensions);
        if (base == null || !base.cube().items().containsAll(items)) {
            Set<String> counted = declared.computeIfAbsent(dimensions, key -> new LinkedHashSet<>());
            counted.addAll(items);
            base = count(dimensions, counted);
            cubes.put(dimensions, base);
        }
        return base;
    }

    private Set<List<String>> all(Set<List<String>> groupings) {
        Set<List<String>> all = new LinkedHashSet<>(spec.groupings());
        all.addAll(groupings);
        return all;
    }

    private boolean countable(Set<List<String>> groupings, List<String> items) {
        if (!spec.countable() || variables.rows() < WORTH_COUNTING) {
            return false;
        }
        long cells = 1;
        for (List<String> names : all(groupings)) {
            cells *= crossed(names) instanceof CategoryVariable c ? c.categories() + 1L : Long.MAX_VALUE >> 20;
            if (cells > WORTH_COUNTING || cells <= 0) {
                return false;
            }
        }
        return items.stream().allMatch(item -> variables.get(item) instanceof CategoryVariable);
    }

    private CubeBase count(Set<List<String>> dimensions, Set<String> items) {
        List<CategoryColumn> columns = new ArrayList<>();
        for (List<String> names : dimensions) {
            if (crossed(names) instanceof CategoryVariable category) {
                columns.add(category.column().renamed(dimension(names)));
            }
        }
        if (columns.isEmpty()) {
            columns.add(CategoryColumn.of(" all", List.of("all"), new byte[variables.rows()]));
        }
        List<CategoryColumn> counted =
                items.stream().map(item -> variables.category(item).column()).toList();
        CountCube cube = CountCube.count(columns, counted, List.of(), threads);
        return new CubeBase(variables, cube, new DesignMaker(spec, new CellSource.Cube(cube)).make());
    }

    private Variable crossed(List<String> names) {
        return crossings.computeIfAbsent(names, n -> Crossing.of(dimension(n), n, variables));
    }

    /** What a grouping is called among the dimensions of a cube. */
    static String dimension(List<String> names) {
        return String.join(" × ", names);
    }
}
