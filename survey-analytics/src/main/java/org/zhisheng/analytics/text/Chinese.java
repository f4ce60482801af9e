package org.zhisheng.analytics.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/** Cuts Chinese into words with their kinds. The analyser reads its dictionaries from its own jar, once. */
final class Chinese {
    private static final Segment ANALYSER = HanLP.newSegment()
            .enableNameRecognize(true)
            .enablePlaceRecognize(false)
            .enableOrganizationRecognize(false)
            .enableOffset(true);

    private Chinese() {}

    /**
     * One word.
     *
     * @param span where it stands
     * @param text the word
     * @param kind its part of speech in the analyser's terms: {@code nr} is a personal name, {@code n…} a noun
     */
    record Word(Span span, String text, String kind) {}

    /** The words of a text in their order; what is between them belongs to none. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        for (Term term : ANALYSER.seg(text)) {
            int from = text.indexOf(term.word, at);
            if (from >= 0 && !term.word.isEmpty()) {
                at = from + term.word.length();
                words.add(new Word(new Span(from, at), term.word, term.nature.toString()));
            }
        }
        return words;
    }
}
