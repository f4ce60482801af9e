package org.zhisheng.analytics.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comments are about: their nouns, verbs and adjectives of two characters and more, each counted once a comment. Words
 * held by fewer comments than the threshold are not told, and names and places never are.
 */
public final class KeyTerms {
    /** Lowest threshold that may be asked for. */
    public static final int LOWEST = 3;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "希望", "建议", "觉得", "应该", "可以", "能够", "没有", "不是", "就是", "还是", "还有", "需要", "我们", "你们", "他们", "大家", "自己", "这个",
            "那个", "什么", "怎么", "时候", "问题", "情况", "方面", "东西", "事情", "不要", "不能", "不会", "不了", "太少", "太多", "太低", "太大", "进行",
            "有点", "一点", "起来", "知道", "感觉", "认为", "要求");

    private KeyTerms() {}

    /**
     * The terms by number of comments, then by the word.
     *
     * @param comments comments as they may be shown: redacted, each that is shown once a respondent
     * @param atLeast fewest comments that hold a term that is told
     */
    public static List<KeyTerm> of(List<String> comments, int atLeast) {
        if (atLeast < LOWEST) {
            throw new IllegalArgumentException("terms held by " + atLeast + " comments: choose " + LOWEST + " or more");
        }
        Map<String, Integer> holders = new HashMap<>();
        comments.forEach(comment -> terms(comment).forEach(term -> holders.merge(term, 1, Integer::sum)));
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .map(entry -> new KeyTerm(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(KeyTerm::comments).reversed().thenComparing(KeyTerm::term))
                .toList();
    }

    private static Set<String> terms(String comment) {
        return Chinese.words(Comment.of(comment).plain()).stream()
                .filter(word -> word.text().length() > 1 && tells(word.kind()) && !EMPTY_WORDS.contains(word.text()))
                .map(Chinese.Word::text)
                .filter(term -> term.codePoints().allMatch(Character::isLetter))
                .collect(Collectors.toSet());
    }

    private static boolean tells(String kind) {
        boolean content = kind.startsWith("n") || kind.startsWith("v") || kind.startsWith("a") || kind.equals("gi");
        return content
                && !kind.startsWith("nr")
                && !kind.startsWith("ns")
                && !kind.equals("vshi")
                && !kind.equals("vyou");
    }
}
