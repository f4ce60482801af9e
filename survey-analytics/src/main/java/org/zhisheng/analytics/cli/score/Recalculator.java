package org.zhisheng.analytics.cli.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.cli.output.Fields;
import org.zhisheng.analytics.cli.output.JsonOutput;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.cli.scheme.SchemeWords;
import org.zhisheng.analytics.score.Cap;
import org.zhisheng.analytics.score.Dimension;
import org.zhisheng.analytics.score.Indicator;
import org.zhisheng.analytics.score.IndicatorScore;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Score;
import org.zhisheng.analytics.score.Veto;

/**
 * Writes the page that recomputes scores offline: one HTML file with its data, styles and script, and a policy that lets it
 * reach nothing. It holds points, not answers; units whose total may not be shown are in it by name only.
 */
public final class Recalculator {
    private static final String TEMPLATE = "/org/zhisheng/analytics/cli/scheme/reports/recalculator.html";
    private static final String PLACE = "{{data}}";

    private final Scheme scheme;
    private final SchemeWords chinese;
    private final SchemeWords english;

    private Recalculator(Scheme scheme) {
        this.scheme = scheme;
        this.chinese = SchemeFile.words(scheme.id(), "zh-CN");
        this.english = SchemeFile.words(scheme.id(), "en");
    }

    /** Writes the page of what was scored. */
    public static void write(Path file, String title, ScoreRun.Outcome outcome) {
        try {
            Files.writeString(file, page(title, outcome.scorer().scheme(), outcome.scores()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The page.
     *
     * @param title its heading; empty for the scheme's name
     * @param scores made by the scheme, all of the same level
     */
    public static String page(String title, Scheme scheme, List<Score> scores) {
        // "<" would end the script element that holds the data
        String json =
                JsonOutput.write(new Recalculator(scheme).data(title, scores)).replace("<", "\\u003c");
        try (InputStream in = Recalculator.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fields data(String title, List<Score> scores) {
        List<String> dimensions =
                scheme.dimensions().stream().map(Dimension::id).toList();
        return new Fields()
                .put("title", title)
                .put("scheme", named(scheme.id().toString(), title(chinese), title(english)))
                .put("twoLevel", scheme.aggregation().twoLevel())
                .put("within", scheme.aggregation().within().name().toLowerCase(java.util.Locale.ROOT))
                .put("across", scheme.aggregation().across().name().toLowerCase(java.util.Locale.ROOT))
                .put("missingAllowed", scheme.missingAllowed())
                .put(
                        "dimensions",
                        dimensions.stream()
                                .map(d -> named(d, chinese.dimension(d), english.dimension(d)))
                                .toList())
                .put(
                        "indicators",
                        scheme.indicators().stream()
                                .map(i -> indicator(i, dimensions.indexOf(i.dimension())))
                                .toList())
                .put(
                        "bands",
                        scheme.bands().stream()
                                .map(b -> named(b.id(), chinese.band(b.id()), english.band(b.id()))
                                        .put("from", b.from()))
                                .toList())
                .put("units", scores.stream().map(this::unit).toList());
    }

    private String title(SchemeWords words) {
        return words.title().isEmpty() ? scheme.id().toString() : words.title();
    }

    private static Fields named(String id, String chinese, String english) {
        return new Fields().put("id", id).put("zh-CN", chinese).put("en", english);
    }

    private Fields indicator(Indicator indicator, int dimension) {
        return named(indicator.id(), chinese.indicator(indicator.id()), english.indicator(indicator.id()))
                .put("dimension", dimension)
                .put("weight", indicator.weight());
    }

    private Fields unit(Score score) {
        boolean unrated = score.rating() instanceof Rating.None;
        List<Double> points = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < score.indicators().size(); i++) {
            IndicatorScore indicator = score.indicators().get(i);
            points.add(unrated ? Double.NaN : indicator.points());
            if (indicator.reading() instanceof Reading.Missing) {
                missing.add(i);
            }
        }
        return new Fields()
                .put("name", score.unit())
                .put("points", points)
                .put("missing", missing)
                .put("unrated", unrated)
                .put("unbanded", score.rating() instanceof Rating.NumberOnly)
                .put("ceiling", ceiling(score));
    }

    /** The best band that caps and vetoes leave; they do not depend on weights. */
    private int ceiling(Score score) {
        if (!(score.rating() instanceof Rating.Banded banded)) {
            return 0;
        }
        List<String> bands = scheme.bands().stream().map(b -> b.id()).toList();
        int ceiling = 0;
        for (Cap cap : scheme.caps()) {
            ceiling = Math.max(ceiling, banded.caps().contains(cap.id()) ? bands.indexOf(cap.ceiling()) : 0);
        }
        for (Veto veto : scheme.vetoes()) {
            ceiling = Math.max(ceiling, banded.vetoes().contains(veto.id()) ? bands.indexOf(veto.ceiling()) : 0);
        }
        return ceiling;
    }
}
