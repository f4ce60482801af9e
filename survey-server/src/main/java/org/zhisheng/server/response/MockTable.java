package org.zhisheng.server.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;

/**
 * A made-up table of the shape in which a survey's results will be published, with one answer in it: what anybody who reads
 * the results, the employer among them, will see of a worker. The figures are constants and say so on the page; nothing is
 * read from responses.
 *
 * @param question the wording of the question it shows
 * @param group the first group of the frame's first dimension
 * @param small size of a group that is too small to be shown
 * @param minimum fewest people in a group for which anything is shown
 * @param rows the options in order
 * @param chosen the option that the made-up worker chose
 * @param alike how many made-up workers chose it
 */
record MockTable(String question, String group, int small, int minimum, List<Row> rows, String chosen, int alike) {
    /** Of a hundred: as many parts as the question has options, the last takes the rest. */
    private static final int[][] SHARES = {{31, 27, 22, 12, 5}, {24, 31, 19, 16, 7}};

    private static final int MOST_ROWS = 5;

    /** The second option is neither the best nor the worst that one can say. */
    private static final int YOURS = 1;

    /** Of the workers, in percent; a usual response rate. */
    private static final int ANSWERED = 60;

    MockTable {
        rows = List.copyOf(rows);
    }

    /** An option with its made-up percentages in all and in the group, and whether the made-up worker chose it. */
    record Row(String label, int whole, int part, boolean yours) {}

    /**
     * The table of a single choice that everybody may see, the first that asks for a rating, since that is what workers
     * fear to be known for; else the first of all, and empty where there is none.
     */
    static Optional<MockTable> of(Fielded survey, Language language) {
        return survey.manifest().items().stream()
                .filter(item -> item.kind() == ItemKind.SINGLE && !item.restricted())
                .filter(item -> !item.code().equals(Item.STRATUM) && isTabulated(survey, item))
                .filter(item -> substantive(item).size() > YOURS)
                .min(Comparator.comparing(item -> !isRated(item)))
                .map(item -> of(survey, item, language));
    }

    private static MockTable of(Fielded survey, Item item, Language language) {
        List<Option> options = substantive(item).stream().limit(MOST_ROWS).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String label = options.get(i).label().in(language);
            rows.add(new Row(label, share(0, i, options.size()), share(1, i, options.size()), i == YOURS));
        }
        Frame frame = survey.manifest().frame();
        int minimum = survey.manifest().rules().minimumGroup();
        int answers = Math.max(frame.headcount() * ANSWERED / 100, minimum);
        Row yours = rows.get(YOURS);
        int alike = Math.max(Math.round(answers * yours.whole() / 100f), 2);
        String group = frame.strata().getFirst().categories().getFirst();
        return new MockTable(item.question().in(language), group, minimum - 2, minimum, rows, yours.label(), alike);
    }

    private static boolean isRated(Item item) {
        return substantive(item).stream().allMatch(option -> option.points() != null);
    }

    private static int share(int column, int row, int rows) {
        int before = IntStream.range(0, row).map(r -> SHARES[column][r]).sum();
        return row == rows - 1 ? 100 - before : SHARES[column][row];
    }

    /** Manifests of sample surveys may declare no table; then every open item will do. */
    private static boolean isTabulated(Fielded survey, Item item) {
        List<DeclaredTable> tables = survey.manifest().tables();
        return tables.isEmpty() || tables.stream().anyMatch(t -> t.items().contains(item.code()));
    }

    private static List<Option> substantive(Item item) {
        return item.options().stream().filter(o -> o.missing() == null).toList();
    }
}
