package org.zhisheng.analytics.cli.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written. Quotes are {@code "}, doubled inside a quoted cell; rows end with LF or CRLF; the first row
 * names the columns.
 *
 * @param delimiter what separates cells: one ASCII character below {@code @} or a tab, so that it cannot be a part of a
 *     Chinese character in GB 18030
 * @param charset the encoding: one where line ends, digits and quotes are single ASCII bytes
 */
public record CsvFormat(char delimiter, Charset charset) {
    public static final CsvFormat STANDARD = new CsvFormat(',', StandardCharsets.UTF_8);

    public CsvFormat {
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter > (utf8 ? 0x7e : 0x3f)) {
            throw new CsvException("delimiter '" + delimiter + "': use a comma, a semicolon or a tab");
        }
    }
}
