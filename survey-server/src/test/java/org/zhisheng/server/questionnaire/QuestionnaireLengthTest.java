package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What core and full ask, against the rules' table and the drafts, with everything supplied. */
class QuestionnaireLengthTest {
    @ParameterizedTest
    @CsvSource({
        "pre-demand, PRE, S1 S2 S3 S4 T1 T2 T3 W2 W3 F1",
        "mid-pulse, PULSE, M1 M3 M4 M6 M9",
        "post-evaluation, POST, A0 A1 A3 B1 C0 C4 E1 G1 H05 H01 H10 H08 H12 H03 K1 O1 O2 X0 X2",
        "annual-check, ANN, Y1 Y3-1 Y3-2 Y3-3 Y3-4 Y3-5 Y3-6 Y3-7 Y3-8 Y4 Y5 Y12 Y13 S1 S2 S3 S4",
    })
    void coreAsksWhatTheRulesList(String id, String prefix, String expected) {
        assertEquals(prefixed(prefix, expected), asked(id, Length.CORE));
    }

    @ParameterizedTest
    @CsvSource({
        "pre-demand, PRE, A1 A2 A3 A4 S1 S2 S3 S4 T1 T2 T3 T4 W1 W2 W3 W4 R1 R2 C1 F1 F2",
        "mid-pulse, PULSE, M1 M2 M3 M4 M5 M6 M7 M8 M9",
        "post-evaluation, POST, A0 A1 A2 A3 A4 A5 B1 C0 C1 C2 C3 C4 C5 C6 E1 E2 E3 G1 G2 H05 H01 H10 H08 H12 H03 H11"
                + " W1 K1 S1 S2 S3 S4 O1 O2 O3 X0 X1 X2",
        "annual-check, ANN, Y1 Y2 Y3-1 Y3-2 Y3-3 Y3-4 Y3-5 Y3-6 Y3-7 Y3-8 Y4 Y5 Y6 Y7 Y8 Y9 Y10 Y11 Y12 Y13"
                + " S1 S2 S3 S4 Y14",
    })
    void fullAsksEverythingOfTheDrafts(String id, String prefix, String expected) {
        assertEquals(prefixed(prefix, expected), asked(id, Length.FULL));
    }

    private static List<String> asked(String id, Length length) {
        return Loaded.codes(Loaded.items(id, length, Loaded.fill(List.of())));
    }

    private static List<String> prefixed(String prefix, String codes) {
        return Arrays.stream(codes.split(" ", -1)).map(c -> prefix + "-" + c).toList();
    }
}
