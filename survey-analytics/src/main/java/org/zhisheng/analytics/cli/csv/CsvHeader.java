package org.zhisheng.analytics.cli.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first row of a CSV file.
 *
 * @param names the column names, in order, distinct
 * @param length the bytes up to and with the row's end: where the data begin
 */
public record CsvHeader(List<String> names, long length) {
    private static final int LONGEST = 1 << 20;

    /**
     * Reads the first row.
     *
     * @throws CsvException if the file is missing or empty, or names a column twice
     */
    public static CsvHeader read(Path file, CsvFormat format) {
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            boolean quoted = false;
            for (int b = in.read(); b >= 0 && (quoted || b != '\n'); b = in.read()) {
                quoted ^= b == '"';
                bytes.write(b);
                if (bytes.size() > LONGEST) {
                    throw new CsvException(file + ": the first row is longer than 1 MB: is this a CSV file?");
                }
            }
        } catch (NoSuchFileException e) {
            throw new CsvException(file + ": no such file; paths in a plan are relative to the plan", e);
        } catch (IOException e) {
            throw new CsvException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return new CsvHeader(names(file, format, bytes), bytes.size() + 1L);
    }

    private static List<String> names(Path file, CsvFormat format, ByteArrayOutputStream bytes) {
        String row = bytes.toString(format.charset());
        if (row.startsWith("\ufeff")) {
            row = row.substring(1);
        }
        List<String> names =
                parse(file, format, row).stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.indexOf('\ufffd') >= 0) {
                throw new CsvException(file + ": the header is not " + format.charset()
                        + "; set data.encoding to GB18030 or save the file as " + StandardCharsets.UTF_8);
            }
            if (!seen.add(name)) {
                throw new CsvException(file + ": the column '" + name + "' stands twice in the header");
            }
        }
        return names;
    }

    private static List<String> parse(Path file, CsvFormat format, String row) {
        if (row.isBlank()) {
            throw new CsvException(file + ": the first row is empty; it must name the columns");
        }
        try (var reader = CsvReader.builder().fieldSeparator(format.delimiter()).ofCsvRecord(row)) {
            return reader.iterator().next().getFields();
        } catch (IOException | CsvParseException e) {
            throw new CsvException(file + ": the header cannot be read: " + e.getMessage(), e);
        }
    }
}
