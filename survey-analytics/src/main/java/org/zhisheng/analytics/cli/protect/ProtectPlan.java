package org.zhisheng.analytics.cli.protect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.disclosure.Detail;
import org.zhisheng.analytics.disclosure.Outcome;
import org.zhisheng.analytics.disclosure.ReleaseRule;

/**
 * What is to be protected.
 *
 * @param data a CSV file, one row a respondent
 * @param dimensions columns that cross to cells
 * @param demographics columns that are tabulated by themselves
 * @param headcounts a CSV file with the dimensions' columns and the workers of each cell, or null
 * @param count the column of the headcounts
 * @param items what is tabulated
 * @param rule the thresholds
 * @param level confidence level
 * @param earlier the release of the same answers that is out and that this one corrects, or null
 * @param rollUp which units are protected one by one and added up, or null where all rows are one unit
 */
record ProtectPlan(
        Path data,
        List<String> dimensions,
        List<String> demographics,
        @Nullable Path headcounts,
        String count,
        List<Item> items,
        ReleaseRule rule,
        double level,
        @Nullable EarlierFile earlier,
        @Nullable RollUp rollUp) {
    private static final int DEFAULT_GROUP = 10;
    private static final double DEFAULT_LEVEL = 0.95;

    /**
     * One tabulated column.
     *
     * @param column its name
     * @param categories its answers; any other cell counts as silent
     * @param outcomes its figures, whose values follow the categories, silence last
     */
    record Item(String column, List<String> categories, List<Outcome> outcomes) {}

    /**
     * Units to add up.
     *
     * @param unit the column that names the unit of a row
     * @param dimensions which of the plan's dimensions the sums are parted by; none for the total alone
     */
    record RollUp(String unit, List<String> dimensions) {}

    static ProtectPlan read(PlanNode plan, Path folder) {
        List<Item> items =
                plan.elements("items").stream().map(ProtectPlan::item).toList();
        boolean counted = plan.has("headcounts");
        List<String> columns = new ArrayList<>(texts(plan, "dimensions"));
        columns.addAll(texts(plan, "demographics"));
        items.forEach(i -> columns.add(i.column()));
        requireDistinct(plan, columns);
        if (counted && texts(plan, "dimensions").isEmpty() && !plan.has("roll_up")) {
            throw plan.get("headcounts").fault("headcounts need dimensions to count workers by 有人数就要有分组列");
        }
        return new ProtectPlan(
                folder.resolve(plan.get("data").text("file")),
                texts(plan, "dimensions"),
                texts(plan, "demographics"),
                counted ? folder.resolve(plan.get("headcounts").text("file")) : null,
                counted ? plan.get("headcounts").text("count") : "",
                items,
                new ReleaseRule(plan.json().path("minimum_group").asInt(DEFAULT_GROUP)),
                plan.json().path("level").asDouble(DEFAULT_LEVEL),
                plan.has("earlier")
                        ? new EarlierFile(
                                folder.resolve(plan.get("earlier").text("release")),
                                plan.get("earlier").text("fingerprint"))
                        : null,
                plan.has("roll_up") ? rollUp(plan, plan.get("roll_up"), columns) : null);
    }

    private static RollUp rollUp(PlanNode plan, PlanNode node, List<String> columns) {
        for (String key : List.of("demographics", "earlier")) {
            if (plan.has(key)) {
                throw plan.get(key).fault("a roll-up has no " + key + "; leave it out 汇总不支持这一项，请去掉");
            }
        }
        if (!plan.has("headcounts")) {
            throw node.fault("a roll-up needs the headcounts of its units 汇总需要各单位的人数");
        }
        String unit = node.text("unit");
        if (columns.contains(unit)) {
            throw node.get("unit").fault("'" + unit + "' is a dimension or an item already 该列已作他用");
        }
        List<String> dimensions = texts(node, "dimensions");
        requireDistinct(node, dimensions);
        for (String dimension : dimensions) {
            if (!texts(plan, "dimensions").contains(dimension)) {
                throw node.get("dimensions")
                        .fault("'" + dimension + "' is none of the plan's dimensions " + texts(plan, "dimensions")
                                + " 不在计划的分组列之中");
            }
        }
        return new RollUp(unit, dimensions);
    }

    private static void requireDistinct(PlanNode of, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw of.fault("'" + name + "' is named twice; once is enough 重复出现，请只写一次");
            }
        }
    }

    private static List<String> texts(PlanNode plan, String key) {
        List<String> texts = new ArrayList<>();
        plan.json().path(key).forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static Item item(PlanNode node) {
        List<String> categories = texts(node, "categories");
        requireDistinct(node.get("categories"), categories);
        List<Outcome> outcomes = new ArrayList<>();
        for (PlanNode rate : node.elements("rates")) {
            Detail detail = rate.json().path("three_way").asBoolean() ? Detail.THREE_WAY : Detail.TWO_WAY;
            List<String> of = known(rate, "of", categories);
            List<String> base = rate.has("base") ? known(rate, "base", categories) : categories;
            outcomes.add(new Outcome("", rate.text("name"), detail, false, rate(categories, of, base)));
        }
        if (node.has("means")) {
            Map<String, PlanNode> means = node.get("means").members();
            means.values()
                    .forEach(points -> points.members().keySet().forEach(c -> requireKnown(points, c, categories)));
            means.forEach((name, points) -> outcomes.add(new Outcome(
                    "",
                    name,
                    Detail.TWO_WAY,
                    false,
                    values(
                            categories,
                            c -> points.json().has(c) ? points.json().get(c).asDouble() : Double.NaN))));
        }
        if (node.json().path("shares").asBoolean()) {
            categories.forEach(option -> outcomes.add(new Outcome(
                    option, "share", Detail.EVERYTHING, false, rate(categories, List.of(option), categories))));
        }
        if (outcomes.isEmpty()) {
            throw node.fault("says no figure: give it rates, means or shares 没有指定任何指标");
        }
        return new Item(node.text("column"), categories, outcomes);
    }

    private static List<String> known(PlanNode rate, String key, List<String> categories) {
        List<String> texts = texts(rate, key);
        texts.forEach(text -> requireKnown(rate.get(key), text, categories));
        return texts;
    }

    private static void requireKnown(PlanNode at, String text, List<String> categories) {
        if (!categories.contains(text)) {
            throw at.fault("'" + text + "' is none of the categories " + categories + " 不在类别之中");
        }
    }

    private static List<Double> rate(List<String> categories, List<String> of, List<String> base) {
        return values(categories, c -> !base.contains(c) ? Double.NaN : of.contains(c) ? 1 : 0);
    }

    private static List<Double> values(List<String> categories, java.util.function.ToDoubleFunction<String> value) {
        List<Double> values = new ArrayList<>();
        categories.forEach(c -> values.add(value.applyAsDouble(c)));
        values.add(Double.NaN);
        return values;
    }
}
