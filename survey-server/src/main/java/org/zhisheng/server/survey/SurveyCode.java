package org.zhisheng.server.survey;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The short code of a survey in addresses: seven characters of an alphabet without look-alikes (no i, l, o, u), about 34
 * bits. It is no secret, it stands on the wall; it only has to be short to type and not to run in sequence.
 */
public final class SurveyCode {
    /** Length of a code. */
    public static final int LENGTH = 7;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private SurveyCode() {}

    /** Draws a code. */
    static String random(RandomGenerator source) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code that somebody meant who typed capitals or took 0 for o and 1 for i or l. */
    public static String meant(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }
}
