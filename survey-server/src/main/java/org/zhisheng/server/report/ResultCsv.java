package org.zhisheng.server.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.zhisheng.analytics.data.Interval;
import org.zhisheng.analytics.disclosure.Figure;
import org.zhisheng.analytics.disclosure.ReleasedTable;
import org.zhisheng.analytics.disclosure.Shown;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.result.PublishedResult;

/** A release as CSV for spreadsheets: one figure a line as it was released, codes for programs, names and words for people. */
@Singleton
final class ResultCsv {
    private static final int EXPLAINED = 19;
    private static final List<String> COLUMNS = List.of(
            "dimension",
            "group",
            "headcount",
            "respondents",
            "shown",
            "item",
            "question",
            "category",
            "option",
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
            "explained");

    private final Messages messages;

    ResultCsv(Messages messages) {
        this.messages = messages;
    }

    /** The text of the file, led by a byte order mark so that spreadsheets read its Chinese. */
    String of(PublishedResult result, Language language) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (ReleasedTable table : result.release().tables()) {
                for (ReleasedTable.Group group : table.groups()) {
                    if (group.figures().isEmpty()) {
                        csv.writeRecord(unsaid(result, table, group, language));
                    }
                    group.figures().forEach(f -> csv.writeRecord(line(result, table, group, f, language)));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    /** A group without figures says why, as it does on the page. */
    private String[] unsaid(PublishedResult result, ReleasedTable table, ReleasedTable.Group group, Language language) {
        String[] cells = start(table, group);
        if (group.shown() != Shown.YES) {
            cells[EXPLAINED] =
                    messages.say(language, "report.hidden." + RestrictedViews.reason(result.release(), group));
        }
        return cells;
    }

    private static String[] start(ReleasedTable table, ReleasedTable.Group group) {
        String[] cells = new String[COLUMNS.size()];
        java.util.Arrays.fill(cells, "");
        cells[0] = table.dimension();
        cells[1] = group.name();
        cells[2] = group.headcount() < 0 ? "" : Integer.toString(group.headcount());
        cells[3] = group.respondents() < 0 ? "" : Integer.toString(group.respondents());
        cells[4] = group.shown().code();
        return cells;
    }

    private String[] line(
            PublishedResult result, ReleasedTable table, ReleasedTable.Group group, Figure figure, Language language) {
        String[] cells = start(table, group);
        Item item = result.survey().manifest().item(figure.item()).orElse(null);
        Option option = item == null ? null : item.option(figure.category());
        Interval interval = figure.estimate().interval();
        cells[5] = figure.item();
        cells[6] = item == null ? "" : item.question().in(language);
        cells[7] = figure.category();
        cells[8] = option == null ? "" : option.label().in(language);
        cells[9] = figure.statistic();
        cells[10] = figure.limit().code();
        cells[11] = number(figure.estimate().value());
        cells[12] = number(figure.estimate().standardError());
        if (interval != null) {
            cells[13] = number(interval.lower());
            cells[14] = number(interval.upper());
            cells[15] = number(interval.level());
            cells[16] = interval.method();
        }
        cells[17] = number(figure.estimate().degreesOfFreedom());
        cells[18] = figure.estimate().sampleSize() < 0
                ? ""
                : Objects.toString(figure.estimate().sampleSize());
        if (!figure.limit().hasValue()) {
            cells[EXPLAINED] =
                    messages.say(language, "report.limit." + figure.limit().code());
        }
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
