package org.zhisheng.server.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;

/**
 * The tables that a survey declares: every open item for the whole unit, for each dimension of the frame by itself and
 * for each demographic by itself. Nothing is crossed twice: three-way groups are where people are found again. A dimension
 * whose categories were merged in some strata only is no table: its rows would overlap in meaning. Items that only the
 * worker-side team reads are tables of their own, for the whole unit and by the frame, never by a demographic.
 */
final class DeclaredTables {
    private DeclaredTables() {}

    /**
     * The tables of a survey.
     *
     * @param items items as put to respondents
     * @param frame the strata
     * @param demographics codes of the demographics among the items
     */
    static List<DeclaredTable> of(List<Item> items, Frame frame, List<String> demographics) {
        List<String> open = items.stream()
                .filter(i -> !i.restricted() && i.kind() != ItemKind.TEXT)
                .map(Item::code)
                .filter(code -> !demographics.contains(code) && !code.equals(Item.STRATUM))
                .toList();
        List<String> restricted = items.stream()
                .filter(i -> i.audience() == Audience.WORKER_SIDE && i.kind() != ItemKind.TEXT)
                .map(Item::code)
                .toList();
        List<DeclaredTable> tables = new ArrayList<>(byFrame(open, frame));
        demographics.forEach(code -> tables.add(new DeclaredTable(open, code)));
        if (!restricted.isEmpty()) {
            tables.addAll(byFrame(restricted, frame));
        }
        return tables;
    }

    private static List<DeclaredTable> byFrame(List<String> codes, Frame frame) {
        List<DeclaredTable> tables = new ArrayList<>();
        tables.add(new DeclaredTable(codes, ""));
        IntStream.range(0, frame.dimensions().size())
                .filter(d -> KeyStrata.parts(frame, d))
                .forEach(d ->
                        tables.add(new DeclaredTable(codes, frame.dimensions().get(d))));
        return tables;
    }
}
