package org.zhisheng.analytics.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.csv.ColumnRequest;
import org.zhisheng.analytics.cli.csv.CsvHeader;
import org.zhisheng.analytics.cli.csv.CsvLoader;
import org.zhisheng.analytics.cli.csv.CsvTable;
import org.zhisheng.analytics.cli.design.DesignSpec;
import org.zhisheng.analytics.cli.design.PlannedDesign;
import org.zhisheng.analytics.cli.expression.ExpressionException;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.cli.plan.Scope;
import org.zhisheng.analytics.cli.task.Kinds;
import org.zhisheng.analytics.cli.task.Survey;
import org.zhisheng.analytics.cli.task.Task;
import org.zhisheng.analytics.cli.variable.ColumnSpec;
import org.zhisheng.analytics.cli.variable.Derivation;
import org.zhisheng.analytics.cli.variable.MissingCodes;
import org.zhisheng.analytics.cli.variable.VariableReader;
import org.zhisheng.analytics.cli.variable.Variables;

/**
 * A plan, read wholly before any data are: every name, condition and count is checked first, and only the columns that
 * are used are loaded.
 */
final class Analysis {
    private record Named(String name, PlanNode node, Task task) {}

    private record Derived(String name, PlanNode node, Derivation derivation) {}

    private final PlanNode plan;
    private final @Nullable DataSource source;
    private final Map<String, ColumnSpec> columns;
    private final List<Derived> derived = new ArrayList<>();
    private final Map<String, DesignSpec> designs = new LinkedHashMap<>();
    private final List<Named> tasks = new ArrayList<>();
    private final Set<String> used;
    private final List<String> failures = new ArrayList<>();

    /** @throws PlanException naming every fault */
    Analysis(PlanNode plan, Path folder) {
        this.plan = plan;
        source = plan.has("data") ? DataSource.read(plan.get("data"), folder) : null;
        List<String> header = source == null
                ? List.of()
                : CsvHeader.read(source.file(), source.format()).names();
        MissingCodes missing = source == null ? MissingCodes.NONE : source.missing();
        columns = ColumnSpec.read(plan, header, missing);
        for (String name : header) {
            columns.putIfAbsent(name, ColumnSpec.undeclared(name, missing));
        }
        Map<String, PlanNode> designNodes = designNodes(plan);
        Scope scope = new Scope(folder, header, designNodes.keySet());
        plan.elements("derived")
                .forEach(node -> scope.collect(
                        () -> derived.add(new Derived(node.text("name"), node, Derivation.read(node, scope)))));
        designNodes.forEach((name, node) -> scope.collect(() -> designs.put(name, DesignSpec.read(node, scope))));
        plan.elements("estimates").forEach(node -> scope.collect(() -> readTask(node, scope)));
        scope.finish();
        used = scope.used();
    }

    private static Map<String, PlanNode> designNodes(PlanNode plan) {
        Map<String, PlanNode> nodes = new LinkedHashMap<>();
        if (plan.has("design")) {
            nodes.put(Scope.DEFAULT, plan.get("design"));
        }
        if (plan.has("designs")) {
            nodes.putAll(plan.get("designs").members());
        }
        if (nodes.isEmpty()) {
            nodes.put(
                    Scope.DEFAULT,
                    new PlanNode(
                            new com.fasterxml.jackson.databind.node.ObjectNode(
                                    com.fasterxml.jackson.databind.node.JsonNodeFactory.instance),
                            "design"));
        }
        return nodes;
    }

    private void readTask(PlanNode node, Scope scope) {
        String name = node.text("name");
        if (tasks.stream().anyMatch(t -> t.name().equals(name))) {
            throw node.get("name").fault("'" + name + "' is the name of an earlier estimate; names must differ");
        }
        tasks.add(new Named(name, node, Kinds.read(node, scope)));
    }

    /** What went wrong with single estimates, if anything; the others are in the result. */
    List<String> failures() {
        return failures;
    }

    /**
     * Loads the data and makes every estimate.
     *
     * @param progress told the stage and the share of it that is done
     */
    Fields run(int threads, BiConsumer<String, Double> progress) {
        Variables variables = load(threads, progress);
        Survey survey = new Survey((name, wave) ->
                new PlannedDesign(name, Objects.requireNonNull(designs.get(name)), variables, wave, threads));
        tasks.forEach(task -> attempt(task, () -> {
            task.task().prepare(survey);
            return new Fields();
        }));
        failures.clear();
        List<Fields> results = new ArrayList<>();
        for (Named task : tasks) {
            progress.accept("estimating " + task.name(), (double) results.size() / tasks.size());
            Fields result = attempt(task, () -> task.task().run(survey));
            survey.keep(task.name(), result);
            results.add(heading(task).putAll(result));
        }
        Fields analysis = new Fields().put("plan", plan.text("title", "")).put("rows", variables.rows());
        return analysis.put("estimates", results);
    }

    private static Fields heading(Named task) {
        Fields heading = new Fields()
                .put("name", task.name())
                .put("estimate", task.node().text("estimate"));
        for (String key : List.of("design", "where", "note")) {
            if (task.node().has(key)) {
                heading.put(key, task.node().text(key));
            }
        }
        return heading;
    }

    private Fields attempt(Named task, java.util.function.Supplier<Fields> work) {
        try {
            return work.get();
        } catch (PlanException | ExpressionException | IllegalArgumentException e) {
            String problem = String.valueOf(e.getMessage());
            failures.add(task.node().path() + " (" + task.name() + "): " + problem);
            return new Fields().put("error", problem);
        }
    }

    private Variables load(int threads, BiConsumer<String, Double> progress) {
        if (source == null) {
            return new Variables(0);
        }
        List<ColumnRequest> requests = columns.values().stream()
                .filter(spec -> used.contains(spec.name()))
                .map(ColumnSpec::request)
                .toList();
        CsvTable table = new CsvLoader(
                        source.file(), source.format(), threads, share -> progress.accept("reading data", share))
                .load(requests);
        Variables variables = new Variables(table.rows());
        table.columns().forEach((name, column) -> {
            ColumnSpec spec = columns.get(name);
            if (spec != null) {
                variables.add(VariableReader.read(spec, column));
            }
        });
        derived.stream().filter(d -> used.contains(d.name())).forEach(d -> derive(d, variables));
        return variables;
    }

    private static void derive(Derived derived, Variables variables) {
        try {
            variables.add(derived.derivation().derive(variables));
        } catch (ExpressionException | IllegalArgumentException e) {
            throw derived.node().fault(String.valueOf(e.getMessage()));
        }
    }
}
