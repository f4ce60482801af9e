package org.zhisheng.server.survey;

import java.text.Normalizer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A headcount as people type it: {@code 42}, {@code ４２}, {@code 1,234}, {@code 42人}, {@code 42.0}, {@code 四十二}. */
final class Headcount {
    private static final Pattern UNIT = Pattern.compile("\\s*(人|名|位|个|people|persons?|workers?)$");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,' ]\\d{3})+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.0+)?");
    /** What accountants and Excel's formats put for nothing. */
    private static final Pattern NONE = Pattern.compile("[-–—―/]+|无|没有");

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern BELOW_MYRIAD =
            Pattern.compile("(?:([一-九])千)?零?(?:([一-九])百)?零?(?:([一-九]?)十)?零?([一-九])?".replace("一-九", "一二三四五六七八九"));
    private static final Pattern AMBIGUOUS = Pattern.compile("[百千][一二三四五六七八九]$");
    private static final Map<Character, Character> VARIANTS = Map.ofEntries(
            Map.entry('〇', '零'),
            Map.entry('○', '零'),
            Map.entry('两', '二'),
            Map.entry('壹', '一'),
            Map.entry('贰', '二'),
            Map.entry('叁', '三'),
            Map.entry('肆', '四'),
            Map.entry('伍', '五'),
            Map.entry('陆', '六'),
            Map.entry('柒', '七'),
            Map.entry('捌', '八'),
            Map.entry('玖', '九'),
            Map.entry('拾', '十'),
            Map.entry('佰', '百'),
            Map.entry('仟', '千'));

    private Headcount() {}

    /** The number typed, 0 or more; empty where the cell holds no whole number. */
    static OptionalInt parse(String cell) {
        String typed = UNIT.matcher(
                        Normalizer.normalize(cell, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        if (NONE.matcher(typed).matches()) {
            return OptionalInt.of(0);
        }
        String plain = GROUPED.matcher(typed).matches() ? typed.replaceAll("[,' ]", "") : typed;
        if (NUMBER.matcher(plain).matches()) {
            int point = plain.indexOf('.');
            return OptionalInt.of(Integer.parseInt(point < 0 ? plain : plain.substring(0, point)));
        }
        return chinese(plain);
    }

    private static OptionalInt chinese(String typed) {
        StringBuilder standard = new StringBuilder();
        for (char c : typed.toCharArray()) {
            standard.append(VARIANTS.getOrDefault(c, c).charValue());
        }
        String word = standard.toString();
        if (word.matches("[" + DIGITS + "]{2,9}")) {
            return OptionalInt.of(digitByDigit(word));
        }
        int myriads = word.indexOf('万');
        if (myriads < 0) {
            return belowMyriad(word);
        }
        OptionalInt above = belowMyriad(word.substring(0, myriads));
        OptionalInt below = myriads == word.length() - 1 ? OptionalInt.of(0) : belowMyriad(word.substring(myriads + 1));
        return above.isPresent() && below.isPresent()
                ? OptionalInt.of(above.getAsInt() * 10_000 + below.getAsInt())
                : OptionalInt.empty();
    }

    /** 二〇五 is 205. */
    private static int digitByDigit(String word) {
        return word.chars().map(DIGITS::indexOf).reduce(0, (number, digit) -> number * 10 + digit);
    }

    /** 一百零五 is 105, 十五 is 15. 三百五 is refused: people mean 350 by it, grammar says 305. */
    private static OptionalInt belowMyriad(String word) {
        Matcher places = BELOW_MYRIAD.matcher(word);
        if (word.isEmpty() || !places.matches() || AMBIGUOUS.matcher(word).find()) {
            return OptionalInt.empty();
        }
        int tens = "".equals(places.group(3)) ? 1 : digit(places.group(3));
        return OptionalInt.of(
                1000 * digit(places.group(1)) + 100 * digit(places.group(2)) + 10 * tens + digit(places.group(4)));
    }

    private static int digit(@Nullable String word) {
        return word == null ? 0 : DIGITS.indexOf(word);
    }
}
