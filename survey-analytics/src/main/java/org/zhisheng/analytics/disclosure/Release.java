package org.zhisheng.analytics.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is published of one survey, and the text whose SHA-256 is its fingerprint. Immutable; made by {@link
 * ReleaseGate} or read by {@link ReleaseText}.
 */
public final class Release {
    private final ReleaseTerms terms;
    private final List<ReleasedTable> tables;
    private final List<Covariance> covariances;
    private final String text;
    private final String fingerprint;

    Release(
            ReleaseTerms terms,
            List<ReleasedTable> tables,
            List<Covariance> covariances,
            String text,
            String fingerprint) {
        this.terms = terms;
        this.tables = List.copyOf(tables);
        this.covariances = List.copyOf(covariances);
        this.text = text;
        this.fingerprint = fingerprint;
    }

    /** Under which terms it was made. */
    public ReleaseTerms terms() {
        return terms;
    }

    /** The tables, the whole unit's first. */
    public List<ReleasedTable> tables() {
        return tables;
    }

    /** Covariances of the whole unit's headlines, each pair once and each variance. */
    public List<Covariance> covariances() {
        return covariances;
    }

    /**
     * The covariance of two headlines of the whole unit, named by item and statistic: {@code POST-O1 satisfied}.
     *
     * @return empty where one of them is a bound or is not shown
     */
    public Optional<Double> covariance(String first, String second) {
        return covariances.stream()
                .filter(c -> c.first().equals(first) && c.second().equals(second)
                        || c.first().equals(second) && c.second().equals(first))
                .map(Covariance::value)
                .findFirst();
    }

    /** The release as it is stored and published: tab-separated, one figure a line; see {@link ReleaseText}. */
    public String text() {
        return text;
    }

    /** SHA-256 of the text's UTF-8 bytes, in hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The table of the whole unit; its one group says how many answered, even where nothing else is shown. */
    public ReleasedTable.Group whole() {
        return tables.getFirst().groups().getFirst();
    }

    /** The table by a dimension, if the survey declared one. */
    public Optional<ReleasedTable> by(String dimension) {
        return tables.stream()
                .filter(t -> t.dimension().equals(dimension) && !dimension.isEmpty())
                .findFirst();
    }
}
