package org.zhisheng.server.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhisheng.server.kernel.Language;

/**
 * Check words: a fingerprint in words that two people can compare, on paper and on a screen. Each word stands for ten bits
 * and is the line of that number in a list of 1,024 everyday words, one list a language; the lists are no translations of
 * each other. Words that sound or look alike, or that could alarm, were left out. The lists never change, since words that
 * were printed must stay true.
 */
@Singleton
public final class CheckWords {
    /** Bits of the fingerprint that one word stands for. */
    public static final int BITS = 10;

    private static final int SIZE = 1 << BITS;

    private final Map<Language, List<String>> lists = new EnumMap<>(Language.class);

    public CheckWords() {
        lists.put(Language.CHINESE, read("check-words.txt"));
        lists.put(Language.ENGLISH, read("check-words-en.txt"));
    }

    /**
     * The first words of a fingerprint: its leading bits, most significant first, ten a word.
     *
     * @param fingerprint bytes of a digest
     * @param count how many words, at most {@code 8 · length / 10}
     */
    public List<String> of(byte[] fingerprint, int count, Language language) {
        if (count < 1 || count * BITS > fingerprint.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    fingerprint.length + " bytes do not give " + count + " words of " + BITS + " bits");
        }
        List<String> list = lists.getOrDefault(language, List.of());
        return IntStream.range(0, count)
                .mapToObj(word -> list.get(bits(fingerprint, word * BITS)))
                .toList();
    }

    /** The list of a language: a word's place in it is its number. */
    public List<String> list(Language language) {
        return lists.getOrDefault(language, List.of());
    }

    /**
     * The bits that words stand for, as zeros and ones: what {@link #of} made them from.
     *
     * @param said words, each by itself or, where all of a language's words are as long, several without a gap
     * @return empty where one of them is not in the language's list
     */
    public Optional<String> bits(List<String> said, Language language) {
        List<String> list = list(language);
        int length = list.getFirst().length();
        boolean even = list.stream().allMatch(word -> word.length() == length);
        StringBuilder bits = new StringBuilder();
        for (String word : said.stream()
                .flatMap(words -> even ? parts(words, length).stream() : Stream.of(words))
                .toList()) {
            int number = list.indexOf(word);
            if (number < 0) {
                return Optional.empty();
            }
            bits.append(Integer.toBinaryString(SIZE | number).substring(1));
        }
        return Optional.of(bits.toString());
    }

    private static List<String> parts(String words, int length) {
        return IntStream.range(0, Math.ceilDiv(words.length(), length))
                .mapToObj(i -> words.substring(i * length, Math.min(words.length(), (i + 1) * length)))
                .toList();
    }

    private static int bits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS; bit++) {
            value = (value << 1) | ((bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1);
        }
        return value;
    }

    private static List<String> read(String name) {
        String path = "/" + Views.FOLDER + "/words/" + name;
        try (InputStream file = CheckWords.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(path + ": the check words are missing from the templates module");
            }
            List<String> words = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (words.size() != SIZE || new HashSet<>(words).size() != SIZE) {
                throw new IllegalStateException(path + ": " + SIZE + " different words are needed, one a line");
            }
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(path + ": the check words cannot be read: " + e.getMessage(), e);
        }
    }
}
