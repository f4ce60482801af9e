package org.zhisheng.server;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Cards as they come out of the printer.
 *
 * @param scanned what the QR code of the first card says
 * @param codes what is printed for typing, card by card
 */
record PrintedCards(String scanned, List<String> codes) {
    private static final Pattern CODE = Pattern.compile("(?:[0-9A-Z]{4}-){4}\\d{2}");

    static PrintedCards of(byte[] pdf) throws IOException, NotFoundException {
        try (PDDocument cards = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(cards);
            return new PrintedCards(
                    decode(firstCard(cards)),
                    CODE.matcher(text).results().map(MatchResult::group).toList());
        }
    }

    /** The upper left of the ten cards on the first page. */
    private static BufferedImage firstCard(PDDocument cards) throws IOException {
        BufferedImage page = new PDFRenderer(cards).renderImageWithDPI(0, 200);
        return page.getSubimage(0, 0, page.getWidth() / 2, (int) (page.getHeight() * 62.0 / 297));
    }

    private static String decode(BufferedImage image) throws NotFoundException {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }
}
