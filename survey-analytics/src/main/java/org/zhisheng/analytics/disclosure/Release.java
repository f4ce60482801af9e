package org.zhisheng.analytics.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is published of one survey, and the text whose SHA-256 is its fingerprint. Immutable; made by {@link
 * ReleaseGate} or read by {@link ReleaseText}.
 */
public final class Release {
    private final List<ReleasedTable> tables;
    private final String text;
    private final String fingerprint;

    Release(List<ReleasedTable> tables, String text, String fingerprint) {
        this.tables = List.copyOf(tables);
        this.text = text;
        this.fingerprint = fingerprint;
    }

    /** The tables, the whole unit's first. */
    public List<ReleasedTable> tables() {
        return tables;
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
