package org.zhisheng.analytics.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A comment as finders read it. All three texts have the same length, so that a place in one is the place in all.
 *
 * @param raw as it was written
 * @param plain full-width letters, digits and punctuation as plain ones
 * @param digits as {@code plain}, with Chinese numerals as digits: 一三八 reads 138
 */
record Comment(String raw, String plain, String digits) {
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_SHIFT = 0xFEE0;
    private static final String NUMERALS = "零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两";
    private static final String VALUES = "0012345678911234567892";

    static Comment of(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        StringBuilder digits = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = narrow(raw.charAt(i));
            plain.append(c);
            int numeral = NUMERALS.indexOf(c);
            digits.append(numeral < 0 ? c : VALUES.charAt(numeral));
        }
        return new Comment(raw, plain.toString(), digits.toString());
    }

    private static char narrow(char c) {
        if (c == '\u3000') {
            return ' ';
        }
        return c >= WIDE_FIRST && c <= WIDE_LAST ? (char) (c - WIDE_SHIFT) : c;
    }

    /** Where a pattern's group stands in one of the texts. */
    static Stream<Span> find(Pattern pattern, int group, String text) {
        return pattern.matcher(text)
                .results()
                .filter(found -> found.start(group) >= 0 && found.end(group) > found.start(group))
                .map(found -> new Span(found.start(group), found.end(group)));
    }
}
