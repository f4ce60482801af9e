package org.zhisheng.server.crawl;

import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhisheng.analytics.disclosure.Release;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.response.SampleAnswers;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.result.RestrictedResults;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/**
 * A closed survey in which two workshops are hidden, and an open one; every figure and every text that nobody may read is
 * recognisable. Of the seven of the third workshop three are satisfied (3/7), of the eleven of the fourth four (4/11): the
 * one is too small, the other protects it. No shown group's rate, nor its complement, is one of these in whole per cent. All that open survey's 29 answers hold is 11 satisfied of 29.
 */
final class Canaries {
    static final String COMMENT = "金丝雀甲";
    static final String RESTRICTED_COMMENT = "金丝雀乙";
    static final String OPEN_COMMENT = "金丝雀丙";
    static final String RESTRICTED_FIGURE = "restricted figure";

    private static final String SATISFACTION = "PRE-S1";
    private static final String BOTTOM_LINE = "FROM_5_UNDER_8";

    final Manifest closed;
    final Manifest open;

    /** What to look for, by its name. */
    final Map<String, Pattern> signs = new LinkedHashMap<>();

    Canaries(EmbeddedServer server, SampleSurveys surveys, Results results, RestrictedResults restricted) {
        Frame frame = new Frame(
                List.of("车间"),
                List.of(
                        new Stratum("01", List.of("一车间"), 47),
                        new Stratum("02", List.of("二车间"), 31),
                        new Stratum("03", List.of("三车间"), 12),
                        new Stratum("04", List.of("四车间"), 19)));
        SampleAnswers answers = new SampleAnswers(server);
        closed = surveys.fielded("pre-demand", frame);
        cast(answers, closed, "01", 30, 19, COMMENT);
        cast(answers, closed, "02", 20, 9, COMMENT);
        cast(answers, closed, "03", 7, 3, COMMENT);
        cast(answers, closed, "04", 11, 4, COMMENT);
        results.close(closed.survey(), "王秀兰");
        open = surveys.fielded("pre-demand", frame);
        cast(answers, open, "03", 29, 11, OPEN_COMMENT);

        signs.put(COMMENT, Pattern.compile(COMMENT));
        signs.put(RESTRICTED_COMMENT, Pattern.compile(RESTRICTED_COMMENT));
        signs.put(OPEN_COMMENT, Pattern.compile(OPEN_COMMENT));
        signs.put("hidden small group", figure(3.0 / 7));
        signs.put("hidden protecting group", figure(4.0 / 11));
        signs.put("open survey", figure(11.0 / 29));
        signs.put(
                RESTRICTED_FIGURE,
                figure(bottomLine(restricted.find(closed.survey()).orElseThrow())));
    }

    private static void cast(
            SampleAnswers answers, Manifest survey, String stratum, int workers, int satisfied, String comment) {
        // Every answer is given by some: what nearly nobody says is printed as a bound, and takes others with it.
        List<String> others = survey.item("PRE-W3").orElseThrow().options().stream()
                .map(Option::code)
                .filter(code -> !code.equals(BOTTOM_LINE))
                .toList();
        for (int i = 0; i < workers; i++) {
            answers.cast(
                    survey,
                    stratum,
                    Map.of(
                            SATISFACTION,
                            i < satisfied ? "SATISFIED" : "DISSATISFIED",
                            "PRE-W3",
                            i % 3 == 1 ? BOTTOM_LINE : others.get(i / 2 % others.size()),
                            "PRE-F1",
                            comment + "希望改善食堂",
                            "PRE-F2",
                            comment.equals(COMMENT) ? RESTRICTED_COMMENT + "不能降工资" : comment));
        }
    }

    private static double bottomLine(Release release) {
        return release.whole()
                .figure("PRE-W3", BOTTOM_LINE, "share")
                .orElseThrow()
                .estimate()
                .value();
    }

    /**
     * How a share would be printed: with one decimal or more, wherever it stands; in whole per cent, as groups are, only where
     * a figure stands, because two digits are in every page.
     */
    static Pattern figure(double share) {
        BigDecimal value = BigDecimal.valueOf(share);
        BigDecimal percent = value.movePointRight(2);
        BigDecimal whole = value.setScale(2, RoundingMode.HALF_UP);
        String many = List.of(
                        percent.setScale(1, RoundingMode.HALF_UP).toPlainString(),
                        value.setScale(4, RoundingMode.HALF_UP).toPlainString(),
                        value.setScale(4, RoundingMode.DOWN).toPlainString() + "\\d+",
                        percent.setScale(3, RoundingMode.DOWN).toPlainString() + "\\d*")
                .stream()
                .map(number -> number.replace(".", "\\."))
                .collect(Collectors.joining("|", "(?<![\\w.+/-])(", ")(?![\\w+/-]|[.:]\\d)"));
        String fraction = "(?:exact|at-least|at-most|\"value\":)[\\t, ]*"
                + whole.toPlainString().replace(".", "\\.") + "0*(?!\\d)";
        String cell =
                "(?<![\\w.])" + whole.movePointRight(2).toPlainString() + "(?:\\.0)?(?: %|%<|<small>%|</strong>|</b>)";
        return Pattern.compile(many + "|" + fraction + "|" + cell);
    }
}
