package org.zhisheng.analytics.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhisheng.analytics.cli.expression.Expression;
import org.zhisheng.analytics.cli.expression.ExpressionException;

/**
 * What names in a plan may refer to while it is read. Every name that is used is noted, so that only the columns in use
 * are loaded.
 */
public final class Scope {
    /** The name of a design that needs not be named. */
    public static final String DEFAULT = "default";

    private final Path folder;
    private final Set<String> known;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> designs;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param folder what paths in the plan are relative to
     * @param header columns of the data
     * @param designs names of the designs
     */
    public Scope(Path folder, List<String> header, Set<String> designs) {
        this.folder = folder;
        this.known = new LinkedHashSet<>(header);
        this.designs = Set.copyOf(designs);
    }

    /** A file named in the plan. */
    public Path file(String name) {
        return folder.resolve(name).normalize();
    }

    /** Makes a derived variable known to what follows. */
    public void define(PlanNode node, String name) {
        if (!known.add(name)) {
            throw node.fault("'" + name + "' is already a column or a derived variable; choose another name");
        }
    }

    /** The name at a place in the plan, which must be a column or derived variable. */
    public String variable(PlanNode node) {
        String name = node.text();
        if (!known.contains(name)) {
            throw node.fault("no column or derived variable '" + name + "'" + Suggestion.among(name, known));
        }
        used.add(name);
        return name;
    }

    /** The names under a key, one or several; none if the key is not there. */
    public List<String> variables(PlanNode node, String key) {
        return node.elements(key).stream().map(this::variable).toList();
    }

    /** The expression at a place in the plan, its names known. */
    public Expression expression(PlanNode node) {
        Expression expression;
        try {
            expression = Expression.parse(node.text());
        } catch (ExpressionException e) {
            throw node.fault(String.valueOf(e.getMessage()));
        }
        for (String name : expression.names()) {
            if (!known.contains(name)) {
                throw node.fault("no column or derived variable '" + name + "'" + Suggestion.among(name, known)
                        + "; texts stand in quotes: '" + name + "'");
            }
            used.add(name);
        }
        return expression;
    }

    /** The design that an estimate names; without a name the only design, or the one called {@code default}. */
    public String design(PlanNode node) {
        if (!node.has("design")) {
            if (designs.size() == 1 || designs.contains(DEFAULT)) {
                return designs.size() == 1 ? designs.iterator().next() : DEFAULT;
            }
            throw node.fault("needs 'design': the plan has several, " + designs);
        }
        String name = node.text("design");
        if (!designs.contains(name)) {
            throw node.get("design").fault("no design '" + name + "'" + Suggestion.among(name, designs));
        }
        return name;
    }

    /** Reads something, noting its faults instead of stopping at them. */
    public void collect(Runnable reader) {
        try {
            reader.run();
        } catch (PlanException e) {
            faults.addAll(e.faults());
        }
    }

    /** Refuses the plan if faults were noted. */
    public void finish() {
        if (!faults.isEmpty()) {
            throw new PlanException(faults);
        }
    }

    /** The names in use. */
    public Set<String> used() {
        return used;
    }

    /** Refuses a key of a map that is not known. */
    public static void requireKeys(PlanNode node, Map<String, ?> map, Set<String> allowed) {
        for (String key : map.keySet()) {
            if (!allowed.contains(key)) {
                throw node.fault("'" + key + "' is none of " + allowed + Suggestion.among(key, allowed));
            }
        }
    }
}
