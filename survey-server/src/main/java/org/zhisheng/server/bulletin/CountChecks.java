package org.zhisheng.server.bulletin;

import static org.zhisheng.server.bulletin.Finding.failed;
import static org.zhisheng.server.bulletin.Finding.notChecked;
import static org.zhisheng.server.bulletin.Finding.passed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhisheng.server.bulletin.Publication.HeadcountChange;
import org.zhisheng.server.bulletin.Publication.StratumCounts;

/**
 * What the numbers of a publication say by themselves. They are computed wherever they are shown rather than stored, so
 * that nobody has to believe a stored "passed"; a failed one is never left out.
 */
final class CountChecks {
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{64}");

    private CountChecks() {}

    /** The findings, always the same checks in the same order. */
    static List<Finding> of(Publication published) {
        List<Finding> findings = new ArrayList<>();
        findings.add(sorted(published.tags()));
        findings.add(counted(published));
        findings.add(shape(published));
        if (!published.mode().isAdmitting()) {
            for (String check : List.of("issued", "cards", "returned")) {
                findings.add(notChecked("counts-" + check, "bulletin.found.poster"));
            }
            return findings;
        }
        findings.add(each(
                published,
                "counts-issued",
                "bulletin.found.too-many",
                s -> (s.cast() == null || s.cast() <= s.issued()) && s.issued() <= s.headcount()));
        findings.add(cards(published));
        findings.add(returned(published));
        return findings;
    }

    private static Finding sorted(List<String> tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (!TAG.matcher(tags.get(i)).matches()) {
                return failed("tags-sorted", "bulletin.found.tag-malformed", i + 1);
            }
            if (i > 0 && tags.get(i - 1).compareTo(tags.get(i)) >= 0) {
                return failed("tags-sorted", "bulletin.found.tags-unsorted", i + 1);
            }
        }
        return passed("tags-sorted", "bulletin.found.tags", tags.size());
    }

    /** As many tags as responses, and as many in the strata together. */
    private static Finding counted(Publication published) {
        int tags = new HashSet<>(published.tags()).size();
        List<StratumCounts> strata = published.strata();
        int cast = strata.isEmpty() || strata.stream().anyMatch(s -> s.cast() == null)
                ? published.responses()
                : strata.stream()
                        .mapToInt(s -> Objects.requireNonNullElse(s.cast(), 0))
                        .sum();
        boolean same = tags == published.responses() && cast == published.responses();
        return same
                ? passed("tags-count", "bulletin.found.count", tags)
                : failed("tags-count", "bulletin.found.counts-differ", tags, published.responses(), cast);
    }

    /** Under ten responses nothing is kept, so that a tree without leaves is no fault. */
    private static Finding shape(Publication published) {
        int leaves = published.leaves();
        boolean empty = MerkleTree.root(List.of()).equals(published.root());
        boolean right = MerkleTree.isRoot(published.root())
                && (leaves == 0) == empty
                && (leaves == 0 || leaves == Leaves.OF_A_RESPONSE * (long) published.responses());
        return right
                ? passed("root-shape", "bulletin.found.leaves", leaves)
                : failed("root-shape", "bulletin.found.root-wrong", leaves, published.responses());
    }

    /** Fails also where a headcount was corrected downwards after printing, but says that this explains the number. */
    private static Finding cards(Publication published) {
        boolean explained = published.strata().stream()
                .allMatch(s -> s.printed() - s.voided() <= Reserve.cards(highest(s, published.amendments())));
        return each(
                published,
                "counts-cards",
                explained ? "bulletin.found.too-many-cards-lowered" : "bulletin.found.too-many-cards",
                s -> s.printed() - s.voided() <= Reserve.cards(s.headcount()));
    }

    private static int highest(StratumCounts stratum, List<HeadcountChange> changes) {
        return changes.stream()
                .filter(change -> change.stratum().equals(stratum.stratum()))
                .mapToInt(change -> Math.max(change.from(), change.to()))
                .reduce(stratum.headcount(), Math::max);
    }

    private static Finding returned(Publication published) {
        if (published.strata().stream().anyMatch(s -> s.returned() == null)) {
            return notChecked("counts-returned", "bulletin.found.slips-uncounted");
        }
        return each(
                published,
                "counts-returned",
                "bulletin.found.too-few-slips",
                s -> s.issued() + Objects.requireNonNull(s.returned()) <= s.printed() - s.voided());
    }

    private static Finding each(Publication published, String check, String reason, Predicate<StratumCounts> right) {
        String wrong = published.strata().stream()
                .filter(right.negate())
                .map(StratumCounts::stratum)
                .collect(Collectors.joining(", "));
        return wrong.isEmpty()
                ? passed(check, "bulletin.found.strata", published.strata().size())
                : failed(check, reason, wrong);
    }
}
