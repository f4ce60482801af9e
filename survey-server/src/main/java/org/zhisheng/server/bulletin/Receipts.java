package org.zhisheng.server.bulletin;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;

/**
 * Receipts: the beginning of a response's tag, as ten hexadecimal digits and as four words, which say the same 40 bits. Two
 * of a survey's receipts coincide with a chance of n²/2⁴¹: one in 1,100 for 45,000 responses.
 */
@Singleton
public final class Receipts {
    /** Words of a receipt. */
    public static final int WORDS = 4;

    /** Hexadecimal digits that say the same. */
    public static final int DIGITS = WORDS * CheckWords.BITS / 4;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + DIGITS + ",64}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、·.。/-]+");

    private final CheckWords words;

    Receipts(CheckWords words) {
        this.words = words;
    }

    /** The words of a tag. */
    public List<String> words(String tag, Language language) {
        return words.of(HexFormat.of().parseHex(tag.substring(0, DIGITS)), WORDS, language);
    }

    /** The digits of a tag. */
    public static String digits(String tag) {
        return tag.substring(0, DIGITS);
    }

    /**
     * What the tag of a receipt begins with, however the receipt was typed: digits, or four words of either language with
     * anything or, in Chinese, nothing between them. Empty where it is none.
     */
    public Optional<String> beginning(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        String digits = BETWEEN.matcher(plain).replaceAll("");
        if (HEX.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        List<String> parts = Arrays.asList(BETWEEN.split(plain));
        return Arrays.stream(Language.values())
                .flatMap(language -> words.bits(parts, language).stream())
                .filter(bits -> bits.length() == WORDS * CheckWords.BITS)
                .map(bits -> HexFormat.of().toHexDigits(Long.parseLong(bits, 2), DIGITS))
                .findFirst();
    }

    /** The tags of a sorted list that begin like the receipt. */
    static List<String> among(List<String> tags, String beginning) {
        return tags.stream().filter(tag -> tag.startsWith(beginning)).toList();
    }
}
