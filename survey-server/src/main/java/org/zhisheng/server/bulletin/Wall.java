package org.zhisheng.server.bulletin;

import io.micronaut.core.annotation.Introspected;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zhisheng.server.kernel.Language;

/**
 * All receipts of a survey as words, in the order in which a person looks them up on a wall: by the letter with which the
 * first word begins, in Chinese its pinyin, then by the words.
 */
final class Wall {
    /** Stands for words whose first character is none of the 3,755 that GB 2312 orders by pinyin. */
    static final String OTHER = "·";

    /**
     * In GB 2312 the common characters lie in the order of their pinyin, so that comparing their codes compares how they are
     * read, without a dictionary. The codes of the first character of each letter; no syllable begins with I, U or V.
     */
    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";

    private static final int[] FIRST = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };

    private static final int LAST = 0xD7F9;

    private static final Charset GBK = Charset.forName("GBK");

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry e) -> e.words().getBytes(GBK), Arrays::compareUnsigned)
            .thenComparing(Entry::digits);

    private Wall() {}

    /** One receipt: its words with spaces between, and its digits. */
    @Introspected
    record Entry(String words, String digits) {}

    /** The receipts under one letter. */
    @Introspected
    record Section(String letter, List<Entry> entries) {
        Section {
            entries = List.copyOf(entries);
        }
    }

    /** The receipts of the tags by letter; letters without any are left out. */
    static List<Section> of(List<String> tags, Receipts receipts, Language language) {
        Map<String, List<Entry>> byLetter = new TreeMap<>();
        for (String tag : tags) {
            String words = String.join(" ", receipts.words(tag, language));
            byLetter.computeIfAbsent(letter(words), l -> new ArrayList<>()).add(new Entry(words, Receipts.digits(tag)));
        }
        List<Section> sections = new ArrayList<>();
        byLetter.forEach((letter, entries) -> {
            entries.sort(ORDER);
            sections.add(new Section(letter, entries));
        });
        return sections;
    }

    /** The letter under which words stand; {@value #OTHER} sorts after all letters. */
    static String letter(String words) {
        String first = words.substring(0, 1);
        if (first.matches("[a-zA-Z]")) {
            return first.toUpperCase(Locale.ROOT);
        }
        byte[] code = first.getBytes(GBK);
        int number = code.length == 2 ? (code[0] & 0xFF) << Byte.SIZE | code[1] & 0xFF : 0;
        if (number < FIRST[0] || number > LAST) {
            return OTHER;
        }
        int at = Arrays.binarySearch(FIRST, number);
        return String.valueOf(LETTERS.charAt(at >= 0 ? at : -at - 2));
    }
}
