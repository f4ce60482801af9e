package org.zhisheng.server.ticket;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.platform.PdfFont;
import org.zhisheng.server.platform.QrCode;
import org.zhisheng.server.survey.Stratum;

/**
 * One printing. What all cards of a stratum share is laid out once, as HTML, and drawn ten times a page; only the code to
 * scan and the one to type are drawn card by card. Laying out every card as HTML took thirty times as long.
 */
final class CardPress implements AutoCloseable {
    private static final int ACROSS = 2;
    private static final int A_PAGE = 10;

    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 7 * MM;
    private static final float WIDTH = 98 * MM;
    private static final float HEIGHT = 55.8f * MM;

    /** Places on a card, from its upper left, as the template has them. */
    private static final float QR_INSET = 3 * MM;

    private static final float QR_SIDE = 33 * MM;
    private static final float CODE_BASE = 44.4f * MM;
    private static final float CODE_SIZE = 13.5f;
    private static final float CODE_SPACING = 0.4f;

    /** The line below the cards, and the page's number at its end. */
    private static final float LINE_BOTTOM = 293.2f * MM;

    private static final float NUMBER_LEFT = 180 * MM;
    private static final float NUMBER_BASE = 291.1f * MM;
    private static final float NUMBER_SIZE = 7.5f;

    private final Deck deck;
    private final List<Stratum> strata;
    private final PDDocument template;
    private final TrueTypeFont font = PdfFont.BOLD.read();

    /**
     * @param strata the strata of which cards will be printed
     * @param template a PDF with two pages for each of them: a card without its codes, and the line below the cards
     */
    CardPress(Deck deck, List<Stratum> strata, byte[] template) {
        this.deck = deck;
        this.strata = List.copyOf(strata);
        try {
            this.template = Loader.loadPDF(template);
        } catch (IOException e) {
            throw new UncheckedIOException("the cards could not be laid out", e);
        }
    }

    /** Cards of one stratum and batch. */
    record Part(Stratum stratum, Cards.Made made) {}

    /** What the pages of one part share. */
    private record Plate(Part part, PDFormXObject card, PDFormXObject line, PDFont figures) {}

    /**
     * Prints cards as one PDF, each part on pages of its own.
     *
     * @param target where the PDF goes; it is not closed
     */
    void print(List<Part> parts, OutputStream target) {
        try (PDDocument sheets = new PDDocument()) {
            sheets.setVersion(1.7f);
            sheets.getDocumentInformation().setTitle(deck.founder().roundName());
            sheets.getDocumentCatalog().setLanguage("zh-CN");
            PDFont figures = PDType0Font.load(sheets, font, true);
            LayerUtility layers = new LayerUtility(sheets);
            for (Part part : parts) {
                int at = strata.indexOf(part.stratum()) * 2;
                PDFormXObject card = layers.importPageAsForm(template, at);
                add(sheets, new Plate(part, card, layers.importPageAsForm(template, at + 1), figures));
            }
            sheets.save(target);
        } catch (IOException e) {
            throw new UncheckedIOException("the cards could not be printed", e);
        }
    }

    private void add(PDDocument sheets, Plate plate) throws IOException {
        List<CardSecret> secrets = plate.part().made().secrets();
        int pages = Math.ceilDiv(secrets.size(), A_PAGE);
        for (int number = 0; number < pages; number++) {
            int from = number * A_PAGE;
            PDPage page = new PDPage(PDRectangle.A4);
            sheets.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(sheets, page)) {
                List<CardSecret> cards = secrets.subList(from, Math.min(secrets.size(), from + A_PAGE));
                for (int i = 0; i < cards.size(); i++) {
                    card(pen, plate, i, cards.get(i));
                }
                cuts(pen, cards.size());
                place(pen, plate.line(), MARGIN, PDRectangle.A4.getHeight() - LINE_BOTTOM);
                String said = String.format(
                        Locale.ROOT, "%d · %d/%d", plate.part().made().batch(), number + 1, pages);
                float base = PDRectangle.A4.getHeight() - NUMBER_BASE;
                write(pen, plate.figures(), NUMBER_SIZE, NUMBER_LEFT, base, said);
            }
        }
    }

    private void card(PDPageContentStream pen, Plate plate, int place, CardSecret secret) throws IOException {
        Stratum stratum = plate.part().stratum();
        float left = MARGIN + place % ACROSS * WIDTH;
        float top = PDRectangle.A4.getHeight() - MARGIN - place / ACROSS * HEIGHT;
        place(pen, plate.card(), left, top - HEIGHT);
        QrCode qr = QrCode.of(CardSheets.address(deck, secret, stratum));
        draw(pen, qr, left + QR_INSET, top - QR_INSET - QR_SIDE);
        String code = secret.grouped() + "-" + stratum.code();
        pen.setCharacterSpacing(CODE_SPACING);
        float wide = plate.figures().getStringWidth(code) * CODE_SIZE / 1000 + CODE_SPACING * (code.length() - 1);
        write(pen, plate.figures(), CODE_SIZE, left + (WIDTH - wide) / 2, top - CODE_BASE, code);
        pen.setCharacterSpacing(0);
    }

    private static void place(PDPageContentStream pen, PDFormXObject form, float x, float y) throws IOException {
        pen.saveGraphicsState();
        pen.transform(Matrix.getTranslateInstance(x, y));
        pen.drawForm(form);
        pen.restoreGraphicsState();
    }

    private static void write(PDPageContentStream pen, PDFont font, float size, float x, float y, String text)
            throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    /** One area, so that no hairlines show between the rows of modules. */
    private static void draw(PDPageContentStream pen, QrCode qr, float x, float y) throws IOException {
        float module = QR_SIDE / qr.size();
        pen.saveGraphicsState();
        pen.transform(new Matrix(module, 0, 0, module, x, y));
        for (QrCode.Bar bar : qr.bars()) {
            pen.addRect(bar.x(), qr.size() - 1 - bar.y(), bar.length(), 1);
        }
        pen.fill();
        pen.restoreGraphicsState();
    }

    /** Dashes around the cards that are there. */
    private static void cuts(PDPageContentStream pen, int cards) throws IOException {
        float top = PDRectangle.A4.getHeight() - MARGIN;
        int rows = Math.ceilDiv(cards, ACROSS);
        pen.setLineWidth(0.6f);
        pen.setStrokingColor(0.46f);
        pen.setLineDashPattern(new float[] {2.4f, 1.6f}, 0);
        for (int row = 0; row <= rows; row++) {
            pen.moveTo(MARGIN, top - row * HEIGHT);
            pen.lineTo(MARGIN + ACROSS * WIDTH, top - row * HEIGHT);
        }
        for (int column = 0; column <= ACROSS; column++) {
            pen.moveTo(MARGIN + column * WIDTH, top);
            pen.lineTo(MARGIN + column * WIDTH, top - rows * HEIGHT);
        }
        pen.stroke();
    }

    @Override
    public void close() {
        try (template;
                font) {
            // Both are closed, whichever fails.
        } catch (IOException e) {
            throw new UncheckedIOException("the cards' layout could not be closed", e);
        }
    }
}
