package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhisheng.analytics.text.Chinese.Word;

/** Names: what the analyser takes for one, surnames with titles, familiar forms, and what people say of themselves. */
final class NameFinder implements Finder {
    private static final int LONGEST = 4;
    private static final String SURNAME =
            "(?:" + String.join("|", Surnames.COMPOUND.stream().sorted().toList()) + "|" + Surnames.ANY + ")";

    private static final Pattern TITLED = Pattern.compile(
            "(?<![\\p{IsHan}&&[由对关属等至处在分提最较很太涨新升]])" + SURNAME + "(?:副)?(?:" + Titles.LONG + "|" + Titles.SHORT + ")");
    private static final Pattern NUMBERED = Pattern.compile("[张李王赵](?:[一二三四五六七八九]|某某?)" + Titles.LONG);
    private static final Pattern FAMILIAR =
            Pattern.compile("(?<![\\p{IsHan}&&[大最古长]])[老小](?:(?![高金石白方路车谷段毛江龙常万文安成易武左关管查游阳景项])" + Surnames.ANY
                    + ")(?![子库车路时员型区量组队票])头?");
    private static final Pattern PET = Pattern.compile("阿[强明伟军杰华辉芳英红珍霞梅兰勇斌亮峰平玲燕丽敏静涛磊刚龙飞东生福贵财发]");
    private static final Pattern SAID = Pattern.compile("(?:我叫|名叫|名字叫|名字是|姓名(?:是|[:：])?|叫做|本人|我是|请找|找)\\s?(" + SURNAME
            + "(?:某某?|\\p{IsHan}{1,2}))(?=[，,。、；;！!？?\\s]|反映|$)");
    private static final Pattern MASKED = Pattern.compile(SURNAME + "(?:某某?|[xX*×]{1,2}(?![a-zA-Z]))");
    /** What stands in sentences and hardly ever in given names. */
    private static final Pattern NO_GIVEN_NAME = Pattern.compile(".+[只得的了过着很太都不要在给没是也还再就被把让说能会]");

    private static final Pattern TITLE_NEXT = Pattern.compile(Titles.LONG);

    @Override
    public Stream<Mark> find(Comment comment) {
        List<Mark> marks = new ArrayList<>();
        add(marks, TITLED, 0, comment, MarkKind.TITLED, "name.titled");
        add(marks, NUMBERED, 0, comment, MarkKind.TITLED, "name.titled");
        add(marks, FAMILIAR, 0, comment, MarkKind.TITLED, "name.familiar");
        add(marks, PET, 0, comment, MarkKind.TITLED, "name.familiar");
        add(marks, SAID, 1, comment, MarkKind.NAME, "name.said");
        add(marks, MASKED, 0, comment, MarkKind.NAME, "name.masked");
        analysed(comment.plain(), marks);
        return marks.stream();
    }

    private static void add(List<Mark> marks, Pattern pattern, int group, Comment comment, MarkKind kind, String rule) {
        Comment.find(pattern, group, comment.plain()).forEach(span -> marks.add(new Mark(span, kind, rule)));
    }

    private static void analysed(String text, List<Mark> marks) {
        List<Word> words = Chinese.words(text);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (Surnames.COMPOUND.contains(word.text())) {
                given(words, i)
                        .ifPresentOrElse(
                                end -> marks.add(
                                        new Mark(new Span(word.span().from(), end), MarkKind.NAME, "name.compound")),
                                () -> marks.add(new Mark(word.span(), MarkKind.NAME, "name.compound")));
            } else if (isName(word)) {
                marks.add(named(text, word.span()));
            }
        }
    }

    /** A name with the title that follows it. */
    private static Mark named(String text, Span name) {
        Matcher title = TITLE_NEXT.matcher(text).region(name.to(), text.length());
        return title.lookingAt()
                ? new Mark(new Span(name.from(), title.end()), MarkKind.TITLED, "name.titled")
                : new Mark(name, MarkKind.NAME, "name.analysed");
    }

    private static boolean isName(Word word) {
        return word.kind().startsWith("nr")
                && word.text().length() > 1
                && word.text().length() <= LONGEST
                && Surnames.start(word.text())
                && !NO_GIVEN_NAME.matcher(word.text()).matches()
                && !NO_GIVEN_NAME
                        .matcher(word.text().substring(0, word.text().length() - 1))
                        .matches();
    }

    /** Where the given name ends that follows a surname of two characters: one word, or two of one character. */
    private static Optional<Integer> given(List<Word> words, int surname) {
        if (surname + 1 >= words.size()) {
            return Optional.empty();
        }
        Word next = words.get(surname + 1);
        if (next.span().from() != words.get(surname).span().to() || next.text().length() > 2 || !isHan(next.text())) {
            return Optional.empty();
        }
        return Optional.of(next.span().to());
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
