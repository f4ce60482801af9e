package org.zhisheng.analytics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets pass what was counted, protected and audited, as it may be printed. There is no other way to a {@link
 * ReleasedTable} but reading a stored one.
 */
public final class ReleaseGate {
    private ReleaseGate() {}

    /**
     * Releases a unit.
     *
     * @param protection what the unit may show
     * @param headlines estimates of the whole unit, weighted by the protection's blocks
     * @param kind whether something of it is already out
     * @return the release; of a unit under the threshold it holds the response counts alone
     */
    public static Release release(Protection protection, Headlines headlines, ReleaseTerms.Kind kind) {
        List<Figure> printed = List.of();
        List<Covariance> covariances = List.of();
        boolean enough = protection.detail() != Detail.COUNT_ONLY;
        if (enough) {
            WholeFigures whole = new WholeFigures(protection, headlines);
            printed = whole.figures();
            covariances = whole.covariances(printed);
        }
        Shown shown = enough ? Shown.YES : headlines.respondents() == 0 ? Shown.EMPTY : Shown.TOO_FEW;
        List<ReleasedTable> tables = new ArrayList<>();
        tables.add(new ReleasedTable(
                "",
                List.of(new ReleasedTable.Group("", headlines.headcount(), headlines.respondents(), shown, printed))));
        UnitCounts frame = protection.frame();
        List<ReleasedTable> byFrame = IntStream.range(0, frame.dimensions().size())
                .mapToObj(d -> GroupFigures.table(frame, d, protection, protection.pattern(), headlines, true))
                .toList();
        tables.addAll(new BoundAudit(frame, protection.blockCells(), printed, byFrame).settled());
        for (int i = 0; i < protection.demographics().size(); i++) {
            UnitCounts by = protection.demographics().get(i);
            ReleasedTable table =
                    GroupFigures.table(by, 0, protection, protection.demographicPattern(i), headlines, false);
            tables.addAll(new BoundAudit(by, List.of(by.all()), printed, List.of(table)).settled());
        }
        ReleaseTerms terms =
                new ReleaseTerms(kind, protection.rule().minimumGroup(), protection.detail(), protection.blocks());
        return ReleaseText.seal(terms, tables, covariances);
    }
}
