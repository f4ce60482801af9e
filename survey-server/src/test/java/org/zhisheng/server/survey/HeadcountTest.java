package org.zhisheng.server.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadcountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "42|42",
                " 42 |42",
                "\uFF14\uFF12|42",
                "1,234|1234",
                "1\uFF0C234|1234",
                "1 234|1234",
                "12,345,678|12345678",
                "42.0|42",
                "42.00|42",
                "42人|42",
                "42 名|42",
                "0|0",
                "-|0",
                "—|0",
                "无|0",
                "十|10",
                "十五|15",
                "四十二|42",
                "一百零五|105",
                "一百一十|110",
                "两千|2000",
                "一千零一|1001",
                "一万二千|12000",
                "二〇五|205",
                "壹佰贰拾叁|123",
            })
    void understandsNumbersAsPeopleTypeThem(String typed, int headcount) {
        assertEquals(OptionalInt.of(headcount), Headcount.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "约40", "40.5", "-3", "1,23", "三百五", "十百", "四二十", "万", "九九九九九九九九九九", "1e3", "#REF!"})
    void refusesWhatIsNoWholeNumber(String typed) {
        assertEquals(OptionalInt.empty(), Headcount.parse(typed));
    }
}
