package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cuts a comment into the pieces that a person hides or leaves: its words, cut once more where a mark starts or ends. */
public final class Pieces {
    private Pieces() {}

    /** The pieces in order; together they are the whole text. */
    public static List<Span> of(String text, List<Mark> marks) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        Chinese.words(text).forEach(word -> {
            cuts.add(word.span().from());
            cuts.add(word.span().to());
        });
        marks.forEach(mark -> {
            cuts.add(mark.span().from());
            cuts.add(mark.span().to());
        });
        cuts.removeIf(cut -> cut > 0 && cut < text.length() && Character.isLowSurrogate(text.charAt(cut)));
        List<Span> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.tailSet(1)) {
            pieces.add(new Span(from, cut));
            from = cut;
        }
        return pieces;
    }
}
