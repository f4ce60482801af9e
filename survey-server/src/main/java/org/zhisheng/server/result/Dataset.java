package org.zhisheng.server.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.zhisheng.analytics.data.CategoryColumn;
import org.zhisheng.analytics.data.Factor;
import org.zhisheng.analytics.data.Missing;
import org.zhisheng.analytics.estimation.Variable;
import org.zhisheng.server.questionnaire.Coded;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Stratum;

/**
 * The valid responses that have a stratum, as columns for the estimators. It lives while a survey is being closed and is
 * kept nowhere.
 */
final class Dataset {
    private static final List<Coded> NONE = List.of();

    private final Frame frame;
    private final List<String> strata = new ArrayList<>();
    private final Map<String, List<Coded>> coded = new LinkedHashMap<>();

    Dataset(Frame frame) {
        this.frame = frame;
    }

    /** Adds one response. */
    void add(String stratum, Map<String, Coded> answers) {
        strata.add(stratum);
        answers.forEach((item, answer) ->
                coded.computeIfAbsent(item, i -> new ArrayList<>()).add(answer));
    }

    /** Number of responses. */
    int rows() {
        return strata.size();
    }

    /** The responses of all strata but the given ones. */
    Dataset without(Collection<String> left) {
        Dataset rest = new Dataset(frame);
        for (int row = 0; row < rows(); row++) {
            if (!left.contains(strata.get(row))) {
                int at = row;
                Map<String, Coded> answers = new LinkedHashMap<>();
                coded.forEach((item, column) -> answers.put(item, column.get(at)));
                rest.add(strata.get(row), answers);
            }
        }
        return rest;
    }

    /** The stratum of each response. */
    Factor stratum() {
        List<String> codes = frame.strata().stream().map(Stratum::code).toList();
        int[] values = strata.stream().mapToInt(codes::indexOf).toArray();
        return Factor.of("stratum", codes, values);
    }

    /** The category of each response in a dimension of the frame, in the frame's order. */
    Factor dimension(int position) {
        List<String> labels = frame.strata().stream()
                .map(s -> s.categories().get(position))
                .distinct()
                .toList();
        Map<String, Integer> byStratum = new LinkedHashMap<>();
        frame.strata()
                .forEach(s ->
                        byStratum.put(s.code(), labels.indexOf(s.categories().get(position))));
        int[] values =
                strata.stream().mapToInt(s -> byStratum.getOrDefault(s, -1)).toArray();
        return Factor.of(frame.dimensions().get(position), labels, values);
    }

    /** A single-choice item as a column of its substantive options. */
    CategoryColumn column(Item item) {
        List<String> options = substantive(item);
        byte[] codes = new byte[rows()];
        List<Coded> answers = answers(item);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = switch (answers.get(row)) {
                case Coded.Chosen chosen ->
                    (byte) options.indexOf(chosen.options().getFirst());
                case Coded.Said said -> Missing.BLANK.code();
                case Coded.Gap gap -> missing(gap).code();
            };
        }
        return CategoryColumn.of(item.code(), options, codes);
    }

    /** A number for each response that answered with options; the others are outside the base. */
    Variable chosen(Item item, ToDoubleFunction<List<String>> value) {
        return Variable.ofRows(item.code(), values(item, value));
    }

    /** The same numbers, NaN outside the base. */
    double[] values(Item item, ToDoubleFunction<List<String>> value) {
        double[] values = new double[rows()];
        Arrays.setAll(
                values,
                row -> answers(item).get(row) instanceof Coded.Chosen chosen
                        ? value.applyAsDouble(chosen.options())
                        : Double.NaN);
        return values;
    }

    /** Codes of the options that are answers in substance. */
    static List<String> substantive(Item item) {
        return item.options().stream()
                .filter(o -> o.missing() == null)
                .map(Option::code)
                .toList();
    }

    private List<Coded> answers(Item item) {
        return coded.getOrDefault(item.code(), NONE);
    }

    private static Missing missing(Coded.Gap gap) {
        return switch (gap) {
            case BLANK, REFUSED -> Missing.BLANK;
            case DONT_KNOW -> Missing.DONT_KNOW;
            case NOT_ASKED -> Missing.NOT_ASKED;
        };
    }
}
