package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;

/** The wall holds every receipt once, where a reader looks for it. */
final class WallTest {
    private final CheckWords words = new CheckWords();
    private final Receipts receipts = new Receipts(words);

    /** Pinyin read from a dictionary by hand; 橘 is no character of the first level, so that it has no letter. */
    @Test
    void chineseWordsStandUnderTheLetterOfTheirPinyin() {
        Map.of(
                        "苹果",
                        "P",
                        "香蕉",
                        "X",
                        "橘子",
                        Wall.OTHER,
                        "葡萄",
                        "P",
                        "西瓜",
                        "X",
                        "高山",
                        "G",
                        "河流",
                        "H",
                        "春天",
                        "C",
                        "书本",
                        "S",
                        "啊",
                        "A")
                .forEach((word, letter) -> assertEquals(letter, Wall.letter(word), word));
        Map.of("座位", "Z", "俄语", "E", "你好", "N", "二月", "E", "鹅", "E")
                .forEach((word, letter) -> assertEquals(letter, Wall.letter(word), word));
    }

    @Test
    void nearlyEveryWordOfTheListHasALetter() {
        long without = words.list(Language.CHINESE).stream()
                .filter(word -> Wall.letter(word).equals(Wall.OTHER))
                .count();
        assertTrue(without <= 20, without + " words have no letter");
    }

    @Test
    void everyReceiptStandsOnceInBothLanguages() {
        List<String> tags = tags(1000);
        for (Language language : Language.values()) {
            List<Wall.Section> wall = Wall.of(tags, receipts, language);
            List<String> digits = wall.stream()
                    .flatMap(s -> s.entries().stream())
                    .map(Wall.Entry::digits)
                    .toList();
            assertEquals(1000, digits.size());
            assertEquals(new TreeSet<>(tags.stream().map(Receipts::digits).toList()), new TreeSet<>(digits));
            List<String> letters = wall.stream().map(Wall.Section::letter).toList();
            assertEquals(letters.stream().sorted().toList(), letters);
        }
    }

    @Test
    void everyReceiptIsPrintedOnceAndNoLetterStandsAtTheFootOfAColumn() {
        List<Wall.Section> wall = Wall.of(tags(1000), receipts, Language.CHINESE);
        List<WallSheets.Sheet> sheets = WallSheets.sheets(wall);
        List<String> printed = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .flatMap(List::stream)
                .flatMap(cell -> Stream.ofNullable(cell.entry()))
                .map(Wall.Entry::digits)
                .toList();
        assertEquals(1000, printed.size());
        assertEquals(1000, new TreeSet<>(printed).size());
        for (WallSheets.Sheet sheet : sheets) {
            sheet.rows().getLast().forEach(cell -> assertTrue(cell.letter() == null || sheet == sheets.getLast()));
        }
    }

    private static List<String> tags(int count) {
        Random random = new Random(11);
        return Stream.generate(() -> {
                    byte[] bytes = new byte[32];
                    random.nextBytes(bytes);
                    return HexFormat.of().formatHex(bytes);
                })
                .limit(count)
                .sorted()
                .toList();
    }
}
