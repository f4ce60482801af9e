package org.zhisheng.server.survey;

import java.time.Instant;
import java.util.List;
import org.zhisheng.server.kernel.Id;

/** An issuer that admits nobody, for what only asks where it stands. */
record IdleIssuer(boolean isApart) implements Issuer {
    @Override
    public Admission prepare(Id survey, Id round, Frame frame) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open(Fielded survey, byte[] manifest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void extend(Id survey, Instant closes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void correct(Id survey, String stratum, int headcount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reconciliation close(Id survey) {
        return new Reconciliation(List.of(), 0);
    }

    @Override
    public void cancel(Id survey) {
        throw new UnsupportedOperationException();
    }
}
