package org.zhisheng.server.scorecard;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;

/** A scorecard as CSV for spreadsheets: an indicator a line with full digits, its dimension and the total below. */
final class ScorecardCsv {
    private ScorecardCsv() {}

    /** The text of the file, led by a byte order mark so that spreadsheets read its Chinese. */
    static String of(Assessment a, SchemeVersion version, Language language) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(List.of(
                    "kind",
                    "id",
                    "name",
                    "value",
                    "points",
                    "lower",
                    "upper",
                    "weight",
                    "effective_weight",
                    "contribution"));
            for (Assessment.IndicatorLine i : a.indicators()) {
                csv.writeRecord(
                        "indicator",
                        i.id(),
                        version.names().name("indicators", i.id(), language),
                        number(League.value(a, i.id())),
                        number(i.points()),
                        number(i.lower()),
                        number(i.upper()),
                        number(i.weight()),
                        number(i.effectiveWeight()),
                        number(i.contribution()));
            }
            for (Assessment.DimensionLine d : a.dimensions()) {
                csv.writeRecord(
                        "dimension",
                        d.id(),
                        version.names().name("dimensions", d.id(), language),
                        "",
                        number(d.points()),
                        number(d.lower()),
                        number(d.upper()),
                        number(d.weight()),
                        number(d.effectiveWeight()),
                        "");
            }
            Assessment.Outcome o = a.outcome();
            csv.writeRecord(
                    "total",
                    Objects.toString(o.band(), ""),
                    o.band() == null ? "" : version.names().name("bands", o.band(), language),
                    number(o.rounded()),
                    number(o.total()),
                    number(o.lower()),
                    number(o.upper()),
                    "100",
                    "100",
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : Double.toString(value);
    }
}
