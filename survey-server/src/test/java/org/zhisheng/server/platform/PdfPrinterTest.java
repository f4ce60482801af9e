package org.zhisheng.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read off a PDF by search, copying and screen readers. */
@Tag("server")
final class PdfPrinterTest {
    private static final int IN_A_LINE = 32;

    /** Every character of GB 2312's first level: the 3,755 most common ones, those that share a glyph with a radical among them. */
    @Test
    void everyCommonCharacterIsCopiedAsItself() throws Exception {
        List<String> lines = lines();
        assertEquals(3_755, String.join("", lines).length());
        String xhtml = "<html lang=\"zh-CN\"><head><title>字</title><meta name=\"description\" content=\"字\"/>"
                + "<style>@page { size: A4; margin: 10mm } p { font: 10pt 'Noto Sans SC'; margin: 0 }</style></head><body>"
                + "<p>" + String.join("</p><p>", lines) + "</p></body></html>";
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfPrinter().print(xhtml, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            PDFTextStripper text = new PDFTextStripper();
            assertEquals(
                    lines,
                    text.getText(document).lines().filter(l -> !l.isBlank()).toList());
        }
    }

    private static List<String> lines() throws Exception {
        List<String> lines = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String character = new String(new byte[] {(byte) row, (byte) cell}, "GB2312");
                if (!character.equals("\uFFFD")) {
                    all.append(character);
                }
            }
        }
        for (int from = 0; from < all.length(); from += IN_A_LINE) {
            lines.add(all.substring(from, Math.min(all.length(), from + IN_A_LINE)));
        }
        return lines;
    }
}
