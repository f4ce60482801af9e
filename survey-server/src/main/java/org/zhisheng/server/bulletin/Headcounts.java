package org.zhisheng.server.bulletin;

import java.util.List;
import org.zhisheng.server.bulletin.Publication.HeadcountChange;
import org.zhisheng.server.bulletin.Publication.StratumCounts;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/** Whether the headcounts of a publication are those that were frozen at the launch, but for the corrections it lists. */
final class Headcounts {
    private Headcounts() {}

    static boolean agree(Manifest manifest, Publication published) {
        List<Stratum> strata = manifest.frame().strata();
        List<StratumCounts> counts = published.strata();
        return strata.stream()
                        .map(Stratum::code)
                        .toList()
                        .equals(counts.stream().map(StratumCounts::stratum).toList())
                && strata.stream()
                        .allMatch(s -> counts.stream()
                                .filter(c -> c.stratum().equals(s.code()))
                                .allMatch(c -> c.headcount() == corrected(s, published.amendments())));
    }

    /** The headcount after the corrections, each of which must start from the one before; -1 where one does not. */
    private static int corrected(Stratum stratum, List<HeadcountChange> changes) {
        int headcount = stratum.headcount();
        for (HeadcountChange change : changes) {
            if (change.stratum().equals(stratum.code())) {
                if (change.from() != headcount) {
                    return -1;
                }
                headcount = change.to();
            }
        }
        return headcount;
    }
}
