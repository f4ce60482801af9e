package org.zhisheng.server.poster;

import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Documents;
import org.zhisheng.server.platform.PdfPrinter;
import org.zhisheng.server.survey.Manifest;

/** Posters as A4 pages, one a page, with everything a worker needs to trust and reach the survey. */
@Singleton
final class PosterSheets {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Documents documents;
    private final PdfPrinter printer;

    PosterSheets(Documents documents, PdfPrinter printer) {
        this.documents = documents;
        this.printer = printer;
    }

    /**
     * Prints posters as one PDF.
     *
     * @param manifest the survey
     * @param closes when it closes, extensions included
     * @param words check words of the manifest's fingerprint
     * @param minutes how long answering takes
     * @param posters the posters to print, one a page
     * @param target where the PDF goes; it is not closed
     */
    void print(
            Manifest manifest,
            Instant closes,
            List<String> words,
            int minutes,
            List<Poster> posters,
            OutputStream target) {
        Map<String, Object> model = new HashMap<>();
        model.put("organization", manifest.organizationName());
        model.put("title", manifest.title());
        model.put("words", words);
        model.put("minutes", minutes);
        model.put("closes", MOMENT.format(closes));
        model.put("sheets", posters.stream().map(PosterSheets::sheet).toList());
        printer.print(documents.fill("posters/a4", Language.CHINESE, model), target);
    }

    private static Map<String, Object> sheet(Poster poster) {
        return Map.of(
                "stratum",
                poster.stratum() == null ? "" : poster.stratum().label(),
                "qr",
                poster.qr().svg(),
                "address",
                poster.typed());
    }
}
