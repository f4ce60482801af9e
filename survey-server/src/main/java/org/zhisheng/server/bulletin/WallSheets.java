package org.zhisheng.server.bulletin;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Documents;
import org.zhisheng.server.platform.PdfPrinter;
import org.zhisheng.server.survey.Manifest;

/** The receipts as A4 pages for the wall: three columns a page, read downwards, with their letters between them. */
@Singleton
final class WallSheets {
    /** Receipts of one PDF: some thirty pages, a few seconds of work. */
    static final int AT_ONCE = 3000;

    private static final int COLUMNS = 3;
    private static final int ROWS = 34;

    private final Documents documents;
    private final PdfPrinter printer;

    WallSheets(Documents documents, PdfPrinter printer) {
        this.documents = documents;
        this.printer = printer;
    }

    /** A place on the page: a letter, or a receipt. */
    @Introspected
    record Cell(@Nullable String letter, Wall.@Nullable Entry entry) {}

    /** A page: its rows, and the letters it reaches over. */
    @Introspected
    record Sheet(int number, String span, List<List<Cell>> rows) {}

    /** How many PDFs a wall of so many receipts takes. */
    static int parts(int receipts) {
        return Math.max(1, Math.ceilDiv(receipts, AT_ONCE));
    }

    /**
     * Prints one part.
     *
     * @param part 1 for the first
     */
    void print(
            Manifest manifest,
            Publication publication,
            String closed,
            List<Wall.Section> wall,
            int part,
            Language language,
            OutputStream target) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        model.put("address", manifest.address().replaceFirst("^https?://", "") + "/s/" + manifest.code() + "/check");
        model.put("closed", closed);
        model.put("count", publication.tags().size());
        List<Sheet> sheets = sheets(part(wall, part));
        model.put("sheets", sheets);
        model.put("pages", sheets.size());
        model.put("part", part);
        model.put("parts", parts(publication.tags().size()));
        printer.print(documents.fill("posters/wall", language, model), target);
    }

    private static List<Wall.Section> part(List<Wall.Section> wall, int part) {
        int from = (part - 1) * AT_ONCE;
        int seen = 0;
        List<Wall.Section> cut = new ArrayList<>();
        for (Wall.Section section : wall) {
            int size = section.entries().size();
            int start = Math.clamp(from - seen, 0, size);
            int end = Math.clamp((long) from + AT_ONCE - seen, 0, size);
            if (start < end) {
                cut.add(new Wall.Section(section.letter(), section.entries().subList(start, end)));
            }
            seen += size;
        }
        return cut;
    }

    static List<Sheet> sheets(List<Wall.Section> wall) {
        List<Cell> cells = new ArrayList<>();
        for (Wall.Section section : wall) {
            // A letter at the foot of a column would stand apart from its receipts.
            if (cells.size() % ROWS == ROWS - 1) {
                cells.add(new Cell(null, null));
            }
            cells.add(new Cell(section.letter(), null));
            section.entries().forEach(entry -> cells.add(new Cell(null, entry)));
        }
        List<Sheet> sheets = new ArrayList<>();
        int a = ROWS * COLUMNS;
        for (int from = 0; from < cells.size(); from += a) {
            List<Cell> page = cells.subList(from, Math.min(cells.size(), from + a));
            sheets.add(new Sheet(sheets.size() + 1, span(page), rows(page)));
        }
        return sheets;
    }

    private static List<List<Cell>> rows(List<Cell> page) {
        int rows = Math.min(ROWS, page.size());
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, COLUMNS)
                        .map(column -> column * ROWS + row)
                        .mapToObj(at -> at < page.size() ? page.get(at) : new Cell(null, null))
                        .toList())
                .toList();
    }

    /** The first words on the page and the last, as in a dictionary. */
    private static String span(List<Cell> page) {
        List<String> words = page.stream()
                .map(Cell::entry)
                .flatMap(java.util.stream.Stream::ofNullable)
                .map(entry -> entry.words().split(" ", -1)[0])
                .toList();
        return words.isEmpty() ? "" : words.getFirst() + " – " + words.getLast();
    }
}
