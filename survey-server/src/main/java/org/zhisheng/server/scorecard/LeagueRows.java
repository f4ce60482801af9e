package org.zhisheng.server.scorecard;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhisheng.analytics.score.LeagueTable;
import org.zhisheng.analytics.score.Rating;
import org.zhisheng.server.kernel.Language;

/** The order of a league table, for the page and for spreadsheets. */
@Singleton
final class LeagueRows {
    private static final List<String> COLUMNS = List.of(
            "organization",
            "rank",
            "rank_lower",
            "rank_upper",
            "group_first",
            "group_last",
            "total",
            "standard_error",
            "band",
            "covered");

    private final League league;
    private final Schemes schemes;

    LeagueRows(League league, Schemes schemes) {
        this.league = league;
        this.schemes = schemes;
    }

    private static Map<String, Assessment> byId(List<Assessment> now) {
        return now.stream().collect(Collectors.toMap(a -> a.scorecard().toString(), Function.identity()));
    }

    /** The table of the page; there must be a scorecard. */
    Map<String, Object> table(List<Assessment> now, LeagueChoice choice, Language language) {
        SchemeVersion version = schemes.get(choice.scheme());
        Map<String, Assessment> byId = byId(now);
        LeagueTable table = league.table(now, choice.scheme());
        List<Map<String, Object>> shown = new ArrayList<>();
        int group = 0;
        for (LeagueTable.Row row : table.rows()) {
            Assessment a = Objects.requireNonNull(byId.get(row.score().unit()));
            Map<String, Object> line = row(row, a, table.rows().size());
            line.put("band", band(row, version, language));
            line.put("newGroup", row.group() > group);
            group = Math.max(group, row.group());
            shown.add(line);
        }
        List<Map<String, Object>> bands = new ArrayList<>();
        version.scheme()
                .bands()
                .forEach(b -> bands.add(Map.of(
                        "id", b.id(),
                        "name", version.names().name("bands", b.id(), language),
                        "count", table.bands().getOrDefault(b.id(), 0))));
        return Map.of(
                "rows",
                shown,
                "bands",
                bands,
                "unranked",
                table.unranked().stream()
                        .map(id -> Objects.requireNonNull(byId.get(id)).organizationName())
                        .toList(),
                "pooledOnly",
                table.pooledOnly().size(),
                "method",
                "scorecard.league.method." + table.method().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> row(LeagueTable.Row row, Assessment a, int rows) {
        Map<String, Object> line = new HashMap<>();
        line.put("id", row.score().unit());
        line.put("name", a.organizationName());
        line.put("rank", row.rank());
        line.put("lower", row.lower());
        line.put("upper", row.upper());
        line.put("x", Digits.plain(100.0 * (row.lower() - 1) / rows));
        line.put("width", Digits.plain(100.0 * (row.upper() - row.lower() + 1) / rows));
        line.put("total", Digits.one(row.score().rounded()));
        line.put("from", Digits.one(a.outcome().lower()));
        line.put("to", Digits.one(a.outcome().upper()));
        line.put(
                "bandId",
                row.score().rating() instanceof Rating.Banded b ? b.band().id() : "");
        line.put(
                "groups",
                row.group() == row.lastGroup()
                        ? letter(row.group())
                        : letter(row.group()) + "–" + letter(row.lastGroup()));
        line.put("covered", Objects.toString(a.covered(), ""));
        return line;
    }

    /** A for the first group; beyond Z two letters. */
    private static String letter(int group) {
        return group < 1
                ? "–"
                : group <= 26
                        ? String.valueOf((char) ('A' + group - 1))
                        : letter((group - 1) / 26) + letter((group - 1) % 26 + 1);
    }

    private static String band(LeagueTable.Row row, SchemeVersion version, Language language) {
        return row.score().rating() instanceof Rating.Banded banded
                ? version.names().name("bands", banded.band().id(), language)
                : "";
    }

    /** The table for spreadsheets; only its head where nothing is signed off. */
    String csv(LeagueChoice choice, Language language) {
        List<Assessment> now = league.signed(choice, choice.year());
        SchemeVersion version = schemes.get(choice.scheme());
        Map<String, Assessment> byId = byId(now);
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            if (!now.isEmpty()) {
                for (LeagueTable.Row row : league.table(now, choice.scheme()).rows()) {
                    Assessment a = Objects.requireNonNull(byId.get(row.score().unit()));
                    csv.writeRecord(cells(row, a, band(row, version, language)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static List<String> cells(LeagueTable.Row row, Assessment a, String band) {
        return List.of(
                a.organizationName(),
                String.valueOf(row.rank()),
                String.valueOf(row.lower()),
                String.valueOf(row.upper()),
                String.valueOf(row.group()),
                String.valueOf(row.lastGroup()),
                String.valueOf(row.score().total()),
                String.valueOf(row.standardError()),
                band,
                Objects.toString(a.covered(), ""));
    }
}
