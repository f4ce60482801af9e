package org.zhisheng.server.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A released result, ready to be laid out as a page or as a document: every number rounded, every name in the reader's
 * language. It is computed once and rendered many times.
 *
 * @param title the questionnaire's title
 * @param organization the organization's name
 * @param round the round's name
 * @param facts who was covered and answered
 * @param shown whether anything but counts is shown
 * @param headlines the key figures
 * @param ratings rated items
 * @param threeWay whether ratings say how many are dissatisfied
 * @param choicesExplained how to read the choices: as shares, or as places in an order
 * @param choices items with several options or a ranking, options by size
 * @param distributions single-choice items, options in their order
 * @param tables by dimension
 * @param notes what was done to the frame and the answers, in sentences
 * @param conventions how the figures were computed, in the terms of the release
 * @param fingerprint of the release
 */
@Introspected
record ResultView(
        String title,
        String organization,
        String round,
        Facts facts,
        boolean shown,
        List<Headline> headlines,
        List<Rating> ratings,
        boolean threeWay,
        String choicesExplained,
        List<Choices> choices,
        List<Choices> distributions,
        List<GroupTable> tables,
        List<String> notes,
        List<String> conventions,
        String fingerprint) {
    /** Who was covered and answered; moments in local time. */
    @Introspected
    record Facts(
            int headcount,
            int valid,
            String rate,
            double rateWidth,
            int received,
            int incomplete,
            int withoutStratum,
            String grade,
            String opened,
            String closed) {}

    /** A key figure, with its unit ({@code %} or empty) and what it means in a line. */
    @Introspected
    record Headline(String name, String explained, Value value, String unit) {}

    /** A rated item or a composite: 满意率, 不满意率 and 满意度. */
    @Introspected
    record Rating(
            String label,
            @Nullable Value satisfied,
            @Nullable Value dissatisfied,
            Value index) {}

    /** Options of one item. */
    @Introspected
    record Choices(String label, String unit, int n, List<Choice> options) {}

    /** One option. */
    @Introspected
    record Choice(String label, Value value) {}

    /**
     * A table by one dimension: groups side by side, figures beneath one another, as many groups as fit a page.
     *
     * @param dimension what parts the groups
     * @param groups the shown groups
     * @param rows the figures
     * @param questions for each question the options, and how many are dissatisfied, as far as they are shown by group
     * @param hidden the groups that are not shown, beside the first of the dimension's tables
     */
    @Introspected
    record GroupTable(
            String dimension,
            List<Group> groups,
            List<GroupRow> rows,
            List<GroupOptions> questions,
            List<HiddenGroup> hidden) {}

    /** One question across the groups, its options beneath one another. */
    @Introspected
    record GroupOptions(String label, List<GroupRow> rows) {}

    /** A shown group and its counts; empty texts where a count is not known. */
    @Introspected
    record Group(String name, String headcount, String respondents, String rate) {}

    /** One figure across the groups, in the groups' order; null where a base is too small. */
    @Introspected
    record GroupRow(String label, String unit, List<@Nullable Value> cells) {}

    /** A group whose figures are not shown, with its counts where they are public, and why. */
    @Introspected
    record HiddenGroup(String name, String headcount, String respondents, String rate, String reason) {}
}
