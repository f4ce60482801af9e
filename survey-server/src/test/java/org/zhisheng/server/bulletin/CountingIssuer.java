package org.zhisheng.server.bulletin;

import java.time.Instant;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Reconciliation;
import org.zhisheng.server.survey.StratumKey;

/** An issuer that counted what fits: 40 and 60 workers, 45 and 65 cards, 15 and 12 of them used. */
record CountingIssuer() implements Issuer {
    @Override
    public boolean isApart() {
        return false;
    }

    @Override
    public Admission prepare(Id survey, Id round, Frame frame) {
        List<StratumKey> keys = frame.strata().stream()
                .map(s -> new StratumKey(s.code(), "0".repeat(64), ""))
                .toList();
        return new Admission(survey, 1, "http://localhost", false, keys, List.of(), null);
    }

    @Override
    public void open(Fielded survey, byte[] manifest) {}

    @Override
    public void extend(Id survey, Instant closes) {}

    @Override
    public void correct(Id survey, String stratum, int headcount) {}

    @Override
    public Reconciliation close(Id survey) {
        return new Reconciliation(
                List.of(
                        new Reconciliation.Counts("01", 40, 45, 0, 30, 15),
                        new Reconciliation.Counts("02", 60, 65, 0, 53, 12)),
                3);
    }

    @Override
    public void cancel(Id survey) {}
}
