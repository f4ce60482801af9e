package org.zhisheng.server.crawl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hidden group's rate is recognised as it would stand in a page, a file or a log, and little else is. */
final class CanariesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<td><strong>43</strong></td>",
                "<td><b>43</b><br/>",
                "43<small>%</small>",
                "<td>43%</td>",
                "satisfied 43 % of",
                "satisfied\texact\t0.43\t0.12",
                "satisfied,exact,0.43,0.12",
                "{\"limit\":\"exact\",\"value\":0.43}",
                "42.9",
                "share 0.42857142857142855 ",
                "0.4286",
                "\"rate\":42.857142"
            })
    void aRateIsSeen(String leak) {
        assertTrue(Canaries.figure(3.0 / 7).matcher(leak).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "143 %",
                "width:43%;",
                "0.43 rem",
                "43 workers",
                "142.9",
                "0.42861",
                "-42.9",
                "value 0.4386",
                "2.43</b>"
            })
    void otherNumbersAreNot(String text) {
        assertFalse(Canaries.figure(3.0 / 7).matcher(text).find());
    }
}
