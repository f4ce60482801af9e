package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks what could identify somebody in a comment. It proposes: it misses what only colleagues can read from the words,
 * and it marks too much rather than too little, because a person looks at each comment before anybody else does.
 */
public final class IdentityMarks {
    private static final List<Finder> FINDERS = List.of(
            new NumberFinder(),
            new IdFinder(),
            new NameFinder(),
            new PostFinder(),
            new PlaceFinder(),
            new DateFinder());

    private IdentityMarks() {}

    /**
     * The marks of a comment by place. A mark that lies wholly within another is left out; others may overlap.
     *
     * @param comment the comment as it was written
     */
    public static List<Mark> of(String comment) {
        Comment read = Comment.of(comment);
        List<Mark> all = FINDERS.stream()
                .flatMap(finder -> finder.find(read))
                .sorted(Mark.BY_PLACE)
                .toList();
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : all) {
            if (kept.stream().noneMatch(other -> other.span().covers(mark.span()))) {
                kept.add(mark);
            }
        }
        return kept;
    }
}
