package org.zhisheng.server.survey;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells of a sheet that was pasted, typed or uploaded, whatever it is parted by and encoded in. */
final class SheetText {
    /** What Chinese Windows writes where it does not write UTF-8. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final char BOM = '\uFEFF';

    private SheetText() {}

    /**
     * The text of an uploaded file: UTF-16 with a mark (Excel's "Unicode text"), else UTF-8 with or without one, else
     * GB18030.
     */
    static String decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return withoutMark(new String(file, StandardCharsets.UTF_16LE));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return new String(file, GB18030);
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    /** The cells, line by line, without blank space around them; blank lines stay, so that line numbers hold. */
    static List<List<String>> cells(String text) {
        char separator = separator(text);
        // A quote that is never closed (5" pipes) would swallow all lines after it.
        boolean quoted = text.chars().filter(c -> c == '"').count() % 2 == 0;
        return quoted
                ? quotedCells(text, separator)
                : text.lines().map(line -> split(line, separator)).toList();
    }

    private static List<List<String>> quotedCells(String text, char separator) {
        CsvReader.CsvReaderBuilder format = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true);
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records = format.ofCsvRecord(text)) {
            records.forEach(line ->
                    lines.add(line.getFields().stream().map(SheetText::clean).toList()));
            return lines;
        } catch (IOException | CsvParseException e) {
            return text.lines().map(line -> split(line, separator)).toList();
        }
    }

    /** The cells as text with tabs, as the page shows and keeps them. */
    static String tabbed(List<List<String>> lines) {
        return lines.stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\n"));
    }

    private static char separator(String text) {
        for (char separator : new char[] {'\t', ',', '\uFF0C', ';', '\uFF1B'}) {
            if (text.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return '\t';
    }

    private static List<String> split(String line, char separator) {
        return Arrays.stream(line.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(SheetText::clean)
                .toList();
    }

    /** Line breaks within a cell become spaces; no-break, ideographic and zero-width spaces go like others. */
    private static String clean(String cell) {
        return cell.replaceAll("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+", " ").strip();
    }
}
