package org.zhisheng.analytics.cli.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads small tables, such as population counts, as strings. */
public final class SmallTable {
    private SmallTable() {}

    /**
     * The records of a file, each cell by its column's name.
     *
     * @throws CsvException if the file is missing or malformed, or if its header lacks one of the columns
     */
    public static List<NamedCsvRecord> read(Path file, CsvFormat format, List<String> columns) {
        if (!Files.isReadable(file)) {
            throw new CsvException(file + ": no such file, or it may not be read");
        }
        try (var reader =
                CsvReader.builder().fieldSeparator(format.delimiter()).ofNamedCsvRecord(file, format.charset())) {
            List<NamedCsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                throw new CsvException(file + ": the table has no rows below its header");
            }
            requireColumns(file, records.getFirst().getHeader(), columns);
            return records;
        } catch (IOException | CsvParseException e) {
            throw new CsvException(file + ": cannot be read as CSV: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(Path file, List<String> header, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new CsvException(
                        file + ": no column '" + column + "' (it has " + String.join(", ", header) + ")");
            }
        }
    }
}
