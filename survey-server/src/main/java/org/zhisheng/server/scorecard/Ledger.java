package org.zhisheng.server.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.server.kernel.Id;

/** All entries of a scorecard, of both sides, by subject: a fact or a veto. */
final class Ledger {
    private final Map<String, List<Line>> bySubject = new LinkedHashMap<>();

    private record Line(Side side, Id account, Entry entry) {}

    static Ledger of(List<ScorecardStore.EntryRow> rows) {
        Ledger ledger = new Ledger();
        rows.forEach(row -> ledger.bySubject
                .computeIfAbsent(row.subject(), s -> new ArrayList<>())
                .add(new Line(Side.valueOf(row.side()), Id.of(row.account()), row.entry())));
        return ledger;
    }

    /** Every entry of a side on a subject, the first first. */
    List<Entry> history(String subject, Side side) {
        return lines(subject, side).stream().map(Line::entry).toList();
    }

    /** The entry of a side that counts: its last one. */
    Optional<Entry> last(String subject, Side side) {
        return lines(subject, side).stream().map(Line::entry).reduce((earlier, later) -> later);
    }

    /** Whether the account made the union's entry that counts. */
    boolean isOwn(String subject, Id account) {
        List<Line> lines = lines(subject, Side.UNION);
        return !lines.isEmpty() && lines.getLast().account().equals(account);
    }

    private List<Line> lines(String subject, Side side) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(line -> line.side() == side)
                .toList();
    }

    /** The evaluator's finding on the union's entry that counts; a finding on an earlier one is none. */
    Optional<Entry> finding(String fact) {
        Optional<Entry> union = last(fact, Side.UNION);
        return last(fact, Side.EVALUATOR)
                .filter(f ->
                        union.isEmpty() || Integer.valueOf(union.get().number()).equals(f.about()));
    }

    /** Whether the union entered something that no evaluator has decided on. */
    boolean isPending(String fact) {
        return last(fact, Side.UNION).isPresent() && finding(fact).isEmpty();
    }

    /** What the union says; empty where it says nothing. */
    Optional<String> selfAssessed(String fact) {
        return last(fact, Side.UNION).map(Entry::value);
    }

    /** What stands after evaluation; empty where it was rejected, not yet looked at, or never entered. */
    Optional<String> evaluated(String fact) {
        return finding(fact).flatMap(f -> switch (f.finding()) {
            case CONFIRMED -> last(fact, Side.UNION).map(Entry::value);
            case CORRECTED -> Optional.of(f.value());
            case null, default -> Optional.empty();
        });
    }

    /** The decision on a veto. */
    Optional<Finding> veto(String veto) {
        return last(veto, Side.EVALUATOR).map(Entry::finding);
    }
}
