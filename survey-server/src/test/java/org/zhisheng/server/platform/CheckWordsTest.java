package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Language;

/** The two lists, and which bits of a fingerprint a word stands for. */
class CheckWordsTest {
    private static final CheckWords WORDS = new CheckWords();

    @Test
    void eachNumberHasItsOwnWordInBothLanguages() {
        for (Language language : Language.values()) {
            List<String> list = list(language);
            assertEquals(1024, list.size());
            assertEquals(1024, new HashSet<>(list).size());
        }
    }

    @Test
    void chineseWordsAreTwoHanCharactersAndNeverEachOthersReverse() {
        Set<String> words = new HashSet<>(list(Language.CHINESE));
        for (String word : words) {
            assertEquals(2, word.codePointCount(0, word.length()), word);
            assertTrue(
                    word.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                    word);
            assertFalse(words.contains(new StringBuilder(word).reverse().toString()), word);
        }
    }

    @Test
    void englishWordsAreShortAndTwoLettersApart() {
        List<String> words = list(Language.ENGLISH);
        words.forEach(word -> assertTrue(word.matches("[a-z]{3,8}"), word));
        for (String a : words) {
            for (String b : words) {
                assertTrue(a.equals(b) || !isOneLetterChanged(a, b), () -> a + " " + b);
            }
        }
    }

    @Test
    void wordsStandForTenBitsEachFromTheFront() {
        byte[] fingerprint = {(byte) 0b00000000, (byte) 0b01_000000, (byte) 0b0010_1111, (byte) 0b111111_11, (byte) 0xff
        };
        List<String> list = list(Language.CHINESE);
        assertEquals(
                List.of(list.get(1), list.get(2), list.get(1023), list.get(1023)),
                WORDS.of(fingerprint, 4, Language.CHINESE));
    }

    @Test
    void changedFingerprintChangesTheWords() {
        byte[] fingerprint = new byte[32];
        List<String> before = WORDS.of(fingerprint, 4, Language.CHINESE);
        for (int bit = 0; bit < 40; bit++) {
            byte[] changed = fingerprint.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertNotEquals(before, WORDS.of(changed, 4, Language.CHINESE));
        }
    }

    @Test
    void moreWordsThanBitsAreRefused() {
        assertEquals(25, WORDS.of(new byte[32], 25, Language.ENGLISH).size());
        assertThrows(IllegalArgumentException.class, () -> WORDS.of(new byte[32], 26, Language.ENGLISH));
        assertThrows(IllegalArgumentException.class, () -> WORDS.of(new byte[32], 0, Language.ENGLISH));
    }

    private static List<String> list(Language language) {
        return IntStream.range(0, 1024)
                .mapToObj(i -> WORDS.of(
                                ByteBuffer.allocate(2)
                                        .putShort((short) (i << 6))
                                        .array(),
                                1,
                                language)
                        .getFirst())
                .toList();
    }

    private static boolean isOneLetterChanged(String a, String b) {
        return a.length() == b.length()
                && IntStream.range(0, a.length())
                                .filter(i -> a.charAt(i) != b.charAt(i))
                                .count()
                        == 1;
    }
}
