package org.zhisheng.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and months in a sentence that speaks of somebody: alone, "since 2019" is history; with "I" it is a person. */
final class DateFinder implements Finder {
    private static final String WHEN = "(?:那天|当天|上午|下午|中午|早上|晚上|夜里|凌晨)?";
    private static final Pattern DATE = Pattern.compile("(?:"
            + "(?:\\d{2}|\\d{4}|去|前|今)年\\s?[\\d十]{1,2}月(?:份|[\\d十]{1,3}[日号])?"
            + "|(?:[去前今]年)?[正腊冬]月(?:初|廿)?[\\d十]{1,3}"
            + "|(?<!每个?|个)[\\d十]{1,2}月\\s?[\\d十]{1,3}[日号]"
            + "|\\d{4}[.\\-/]\\d{1,2}[.\\-/]\\d{1,2}"
            + "|(?:上上?个?月|这个月|本月)[\\d十]{1,3}[日号]"
            + "|(?:上上?个?|这)?(?:周|星期|礼拜)[123456日天]" + ")" + WHEN);
    private static final Pattern SOMEBODY =
            Pattern.compile("[我他她俺]|本人|老婆|老公|爱人|对象|儿子|女儿|孩子|父亲|母亲|爸|妈" + "|受伤|工伤|住院|怀孕|流产|入职|离职|请假|摔|夹|砸|被打|被骂|开除|辞退");
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n；;]+");

    @Override
    public Stream<Mark> find(Comment comment) {
        List<Mark> marks = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(comment.raw());
        while (sentence.find()) {
            if (SOMEBODY.matcher(sentence.group()).find()) {
                Comment.find(DATE, 0, comment.digits().substring(0, sentence.end()))
                        .filter(span -> span.from() >= sentence.start())
                        .forEach(span -> marks.add(new Mark(span, MarkKind.DATE, "date.somebody")));
            }
        }
        return marks.stream();
    }
}
