package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

final class InflowTest {
    private final Id survey = Id.random(new Random(1));
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Inflow inflow = new Inflow(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aWholeWorkforceAnswersAtOnceAndAFloodEnds() {
        assertEquals(2 * 500 + 100, admitted(2000));
        assertEquals(0, admitted(10));

        now = now.plus(Duration.ofMinutes(30));
        assertEquals((500 + 100) / 2, admitted(2000));

        now = now.plus(Duration.ofDays(30));
        assertEquals(2 * 500 + 100, admitted(2000));
    }

    @Test
    void oneSurveysFloodLeavesOthersAlone() {
        admitted(2000);

        inflow.admit(Id.random(new Random(2)), 10);

        ProblemException refused = assertThrows(ProblemException.class, () -> inflow.admit(survey, 500));
        assertEquals(Problem.TOO_MANY_REQUESTS, refused.problem());
    }

    private int admitted(int tries) {
        int admitted = 0;
        for (int i = 0; i < tries; i++) {
            try {
                inflow.admit(survey, 500);
                admitted++;
            } catch (ProblemException e) {
                assertEquals(Problem.TOO_MANY_REQUESTS, e.problem());
            }
        }
        return admitted;
    }
}
