package org.zhisheng.server.account;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code that somebody is handed once, to be typed or followed as a link: 80 random bits as 16 letters and digits in four
 * groups, {@code 7Q4M-0XKC-W2HT-93DV}. The alphabet is Crockford's base 32, in which nothing looks like something else;
 * typing O for 0 or I or L for 1, small letters, blanks and missing dashes do no harm. 80 bits need no slow hash.
 *
 * @param letters the 16 letters without dashes
 */
record OneTimeCode(String letters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    /** Draws a new code. */
    static OneTimeCode random(SecureRandom random) {
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OneTimeCode(letters.toString());
    }

    /** Reads what somebody typed. What is no code is read as one that nobody was given. */
    static OneTimeCode typed(String text) {
        String letters = text.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return new OneTimeCode(letters);
    }

    /** The 32 bytes under which the code is stored. */
    byte[] hash() {
        return Token.sha256("code:" + letters);
    }

    /** The code in groups, as it is shown. */
    String grouped() {
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
