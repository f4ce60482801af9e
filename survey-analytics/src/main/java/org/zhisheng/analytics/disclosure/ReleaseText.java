package org.zhisheng.analytics.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.zhisheng.analytics.data.Estimate;
import org.zhisheng.analytics.data.Interval;

/**
 * A release as text, separated by tabs: its terms, a line of column names, then one line without a figure for each group
 * and one for each of its figures, then the covariances. Numbers are written so that reading them gives the same double
 * again. The text is what is stored, published and fingerprinted; nothing is derived from anything else.
 */
public final class ReleaseText {
    static final String FORMAT = "zhisheng-release\t2";
    static final String COVARIANCE = "covariance";
    static final List<String> COLUMNS = List.of(
            "dimension",
            "group",
            "headcount",
            "respondents",
            "shown",
            "item",
            "category",
            "statistic",
            "limit",
            "value",
            "standard_error",
            "lower",
            "upper",
            "level",
            "interval_method",
            "df",
            "n",
            "method",
            "conventions");

    private ReleaseText() {}

    /**
     * Reads a stored release.
     *
     * @param text the text as it was stored
     * @param fingerprint its fingerprint as it was published
     * @throws IllegalArgumentException where the text is not the one that was fingerprinted, or is no release
     */
    public static Release read(String text, String fingerprint) {
        if (!sha256(text).equals(fingerprint)) {
            throw new IllegalArgumentException("this is not the release with the fingerprint " + fingerprint
                    + ": its text was changed after it was published");
        }
        return new ReleaseReader(text, fingerprint).read();
    }

    /** Writes a release and fingerprints what was written. */
    static Release seal(ReleaseTerms terms, List<ReleasedTable> tables, List<Covariance> covariances) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        line(text, "kind", terms.kind().name());
        line(text, "minimum_group", Integer.toString(terms.minimumGroup()));
        line(text, "detail", terms.detail().name());
        terms.blocks()
                .forEach(b ->
                        line(text, "block", b.stream().map(ReleaseText::clean).collect(Collectors.joining("\t"))));
        text.append(String.join("\t", COLUMNS)).append('\n');
        tables.forEach(table -> table.groups().forEach(group -> append(text, table, group)));
        covariances.forEach(
                c -> line(text, COVARIANCE, c.first() + '\t' + c.second() + '\t' + Double.toString(c.value())));
        return new Release(terms, tables, covariances, text.toString(), sha256(text.toString()));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('\t').append(value).append('\n');
    }

    private static void append(StringBuilder text, ReleasedTable table, ReleasedTable.Group group) {
        String start = String.join(
                "\t",
                clean(table.dimension()),
                clean(group.name()),
                Integer.toString(group.headcount()),
                Integer.toString(group.respondents()),
                group.shown().code());
        text.append(start).append('\n');
        group.figures()
                .forEach(f -> text.append(start).append('\t').append(line(f)).append('\n'));
    }

    private static String line(Figure figure) {
        Estimate e = figure.estimate();
        Interval i = e.interval();
        return String.join(
                "\t",
                clean(figure.item()),
                clean(figure.category()),
                clean(figure.statistic()),
                figure.limit().code(),
                Double.toString(e.value()),
                Double.toString(e.standardError()),
                i == null ? "" : Double.toString(i.lower()),
                i == null ? "" : Double.toString(i.upper()),
                i == null ? "" : Double.toString(i.level()),
                i == null ? "" : clean(i.method()),
                Double.toString(e.degreesOfFreedom()),
                Integer.toString(e.sampleSize()),
                clean(e.method()),
                clean(String.join("; ", e.conventions())));
    }

    private static String clean(String name) {
        return name.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
