package org.zhisheng.analytics.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Numbers of resident identity cards: GB 11643-1999, 18 characters of which the last checks the others (ISO 7064 MOD
 * 11-2), and the earlier 15 digits, which had no check.
 */
final class IdentityNumber {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2099;
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** Whether the number's check character is right and its birthday is a day. */
    static boolean isSound(String number) {
        if (number.length() != LENGTH || !hasBirthday(number)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += Character.digit(number.charAt(i), 10) * weight(i);
        }
        return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(number.charAt(LENGTH - 1));
    }

    /** Whether the seventh to fourteenth digits are a day of the twentieth or this century. */
    static boolean hasBirthday(String number) {
        return number.length() == LENGTH && isDay(number.substring(6, 10), number.substring(10, 14));
    }

    /** Whether the number has the form of a card of before 1999: a province, then a birthday with a two-digit year. */
    static boolean isOld(String number) {
        return number.length() == OLD_LENGTH
                && number.charAt(0) >= '1'
                && number.charAt(0) <= '8'
                && isDay("19" + number.substring(6, 8), number.substring(8, 12));
    }

    private static boolean isDay(String year, String monthAndDay) {
        try {
            int value = Integer.parseInt(year);
            LocalDate.of(
                    value, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
            return value >= EARLIEST && value <= LATEST;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }

    /** 2 to the power of the character's distance from the end, modulo 11. */
    private static int weight(int position) {
        return (1 << (LENGTH - 1 - position)) % CHECKS.length();
    }
}
