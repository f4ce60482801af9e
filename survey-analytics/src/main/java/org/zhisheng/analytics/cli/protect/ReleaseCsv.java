package org.zhisheng.analytics.cli.protect;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.zhisheng.analytics.disclosure.Release;

/** The lines of releases' tables as CSV; a group without figures has a line of its own. */
final class ReleaseCsv {
    private static final String HEADER = "dimension\t";
    private static final String COVARIANCE = "covariance\t";

    private ReleaseCsv() {}

    static String of(Release release) {
        return write(lines(release));
    }

    /** Releases of several units below one header; the first column names the unit. */
    static String of(Map<String, Release> releases) {
        List<List<String>> all = new ArrayList<>();
        releases.forEach((unit, release) -> {
            List<List<String>> lines = lines(release);
            for (List<String> line : lines.subList(all.isEmpty() ? 0 : 1, lines.size())) {
                List<String> named = new ArrayList<>(List.of(all.isEmpty() ? "unit" : unit));
                named.addAll(line);
                all.add(named);
            }
        });
        return write(all);
    }

    private static List<List<String>> lines(Release release) {
        List<String> lines =
                release.text().lines().dropWhile(l -> !l.startsWith(HEADER)).toList();
        int width = cells(lines.getFirst()).size();
        List<List<String>> padded = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean followed = i + 1 < lines.size() && lines.get(i + 1).startsWith(line + "\t");
            if (!line.startsWith(COVARIANCE) && !followed) {
                List<String> cells = new ArrayList<>(cells(line));
                cells.addAll(Collections.nCopies(width - cells.size(), ""));
                padded.add(cells);
            }
        }
        return padded;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }

    private static String write(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }
}
