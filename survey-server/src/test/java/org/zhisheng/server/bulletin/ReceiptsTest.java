package org.zhisheng.server.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;

/** A receipt's words and digits say the same, however they are typed, and nothing else is taken for one. */
final class ReceiptsTest {
    private final Receipts receipts = new Receipts(new CheckWords());

    @Test
    void wordsOfEitherLanguageLeadBackToTheTag() {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String tag = HexFormat.of().formatHex(bytes);
            Optional<String> digits = Optional.of(tag.substring(0, 10));
            List<String> chinese = receipts.words(tag, Language.CHINESE);
            List<String> english = receipts.words(tag, Language.ENGLISH);
            assertEquals(4, chinese.size());
            assertEquals(digits, receipts.beginning(String.join(" ", chinese)));
            assertEquals(digits, receipts.beginning(String.join("", chinese)));
            assertEquals(digits, receipts.beginning(" " + String.join("、", chinese) + "\n"));
            assertEquals(digits, receipts.beginning(String.join(" ", english).toUpperCase(java.util.Locale.ROOT)));
            assertEquals(digits, receipts.beginning(tag.substring(0, 10).toUpperCase(java.util.Locale.ROOT)));
            assertEquals(Optional.of(tag), receipts.beginning(tag));
        }
    }

    @Test
    void whatIsNoReceiptIsNotTakenForOne() {
        List<String> words = receipts.words("0123456789", Language.CHINESE);
        for (String typed : List.of(
                "",
                "012345678",
                "g123456789",
                String.join(" ", words.subList(0, 3)),
                String.join(" ", words) + " " + words.getFirst(),
                "没有 这个 单词 的的",
                "acorn actor adult",
                "0".repeat(65))) {
            assertEquals(Optional.empty(), receipts.beginning(typed), typed);
        }
    }

    @Test
    void aTagIsFoundByItsBeginning() {
        List<String> tags = IntStream.range(0, 16)
                .mapToObj(i -> HexFormat.of().toHexDigits((byte) (i * 16)).repeat(32))
                .toList();
        assertEquals(List.of(tags.get(3)), Receipts.among(tags, "3030303030"));
        assertEquals(List.of(), Receipts.among(tags, "3030303031"));
    }
}
