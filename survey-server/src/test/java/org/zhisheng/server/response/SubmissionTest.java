package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

final class SubmissionTest {
    @Test
    void aFormIsReadWithItsOrderAndWithoutItsBlanks() {
        Submission sent = Submission.read("id=" + "0af".repeat(10) + "00&stratum=02&PRE-T2=T05&PRE-T2=&PRE-T2=T01"
                + "&PRE-F1=%E9%A3%9F%E5%A0%82+%26+%2B&PRE-S1=&show=en");

        assertEquals(new Proof.Random(Id.parse("0af".repeat(10) + "00").orElseThrow()), sent.proof());
        assertEquals("02", sent.stratum());
        assertEquals(Language.ENGLISH, sent.show());
        assertEquals(Map.of("PRE-T2", List.of("T05", "T01"), "PRE-F1", List.of("食堂 & +")), sent.entries());
    }

    @Test
    void aCredentialIsReadWhereItIsWhole() {
        assertEquals(
                new Proof.Credential("aa", "bb", "cc"),
                Submission.read("key=aa&message=bb&signature=cc&PRE-S1=GOOD").proof());
        Submission half = Submission.read("key=aa&message=bb&PRE-S1=GOOD");
        assertNull(half.proof());
        assertEquals(Map.of("PRE-S1", List.of("GOOD")), half.entries());
    }

    @Test
    void whatIsMissingIsNull() {
        Submission sent = Submission.read("id=x");

        assertNull(sent.proof());
        assertNull(sent.stratum());
        assertNull(sent.show());
        assertEquals(Map.of(), sent.entries());
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertEquals(Problem.MALFORMED_REQUEST, refusal("a=%zz"));
        assertEquals(Problem.TOO_LARGE, refusal("a=" + "b".repeat(Submission.MAX_BYTES)));
        assertEquals(Problem.TOO_LARGE, refusal("a=b&".repeat(501)));
    }

    private static Problem refusal(String body) {
        return assertThrows(ProblemException.class, () -> Submission.read(body)).problem();
    }
}
