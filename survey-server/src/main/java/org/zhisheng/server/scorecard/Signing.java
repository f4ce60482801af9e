package org.zhisheng.server.scorecard;

import java.time.Instant;

/** Puts an evaluator's name and the time under an assessment. */
final class Signing {
    private Signing() {}

    static Assessment signed(Assessment a, String by, Instant at) {
        return new Assessment(
                a.format(),
                a.scorecard(),
                a.organization(),
                a.organizationName(),
                a.round(),
                a.roundName(),
                a.year(),
                a.level(),
                a.scheme(),
                a.schemeFingerprint(),
                a.covered(),
                a.surveys(),
                a.facts(),
                a.vetoes(),
                a.quantities(),
                a.random(),
                a.covariance(),
                a.coverage(),
                a.indicators(),
                a.dimensions(),
                a.missingWeight(),
                a.outcome(),
                a.selfAssessed(),
                a.simulation(),
                by,
                at);
    }
}
