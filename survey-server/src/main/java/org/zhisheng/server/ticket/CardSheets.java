package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Documents;
import org.zhisheng.server.platform.PdfPrinter;
import org.zhisheng.server.platform.QrCode;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/** Cards as A4 pages, ten a page. Only the stratum and the batch stand on them beside what every card of the deck says. */
@Singleton
final class CardSheets {
    private static final int ACROSS = 2;
    private static final int DOWN = 5;

    /** Sharp on paper: about 300 dots an inch. */
    private static final int PIXELS_A_MODULE = 8;

    /** Hexadecimal digits of the fingerprint that the QR carries: 80 bits. */
    private static final int FINGERPRINT_DIGITS = 20;

    private final Documents documents;
    private final PdfPrinter printer;
    private final CheckWords words;

    CardSheets(Documents documents, PdfPrinter printer, CheckWords words) {
        this.documents = documents;
        this.printer = printer;
        this.words = words;
    }

    /** Cards of one stratum and batch. */
    record Part(Stratum stratum, Cards.Made made) {}

    /**
     * The address that a card's code carries. After {@code #}, which no server sees, stand the secret, the fingerprint, and the
     * code of the stratum, by which the phone picks the key.
     */
    static String address(Deck deck, CardSecret secret, Stratum stratum) {
        String print = deck.fingerprint().substring(0, FINGERPRINT_DIGITS);
        return link(deck) + "#" + secret.characters() + "." + print + "." + stratum.code();
    }

    private static String link(Deck deck) {
        return deck.founder().address() + "/c/" + deck.founder().code();
    }

    /**
     * Prints cards as one PDF, each part on pages of its own.
     *
     * @param target where the PDF goes; it is not closed
     */
    void print(Deck deck, List<Part> parts, OutputStream target) {
        URI typed = URI.create(link(deck));
        Map<String, Object> model = new HashMap<>();
        model.put("organization", deck.founder().organizationName());
        model.put("round", deck.founder().roundName());
        model.put("words", checkWords(deck));
        model.put("address", typed.getAuthority() + typed.getPath());
        model.put(
                "pages",
                parts.stream().flatMap(part -> pages(deck, part).stream()).toList());
        printer.print(documents.fill("posters/cards", Language.CHINESE, model), target);
    }

    /** In Chinese for every reader: they are compared with the words on the screen. */
    List<String> checkWords(Deck deck) {
        return words.of(HexFormat.of().parseHex(deck.fingerprint()), Fielded.CHECK_WORDS, Language.CHINESE);
    }

    private static List<Map<String, Object>> pages(Deck deck, Part part) {
        List<Map<String, Object>> pages = new ArrayList<>();
        List<CardSecret> secrets = part.made().secrets();
        for (int from = 0; from < secrets.size(); from += ACROSS * DOWN) {
            List<CardSecret> page = secrets.subList(from, Math.min(secrets.size(), from + ACROSS * DOWN));
            pages.add(Map.of(
                    "stratum",
                    part.stratum().label(),
                    "batch",
                    part.made().batch(),
                    "page",
                    from / (ACROSS * DOWN) + 1,
                    "of",
                    Math.ceilDiv(secrets.size(), ACROSS * DOWN),
                    "rows",
                    rows(deck, part.stratum(), page)));
        }
        return pages;
    }

    /** As an image: fifty thousand drawings of a thousand squares each would take a printing hours. */
    private static String png(String address) {
        return Base64.getEncoder().encodeToString(QrCode.of(address).png(PIXELS_A_MODULE));
    }

    private static List<List<Map<String, String>>> rows(Deck deck, Stratum stratum, List<CardSecret> page) {
        List<List<Map<String, String>>> rows = new ArrayList<>();
        for (int from = 0; from < page.size(); from += ACROSS) {
            rows.add(page.subList(from, Math.min(page.size(), from + ACROSS)).stream()
                    .map(secret -> Map.of(
                            "code", secret.grouped() + "-" + stratum.code(), "qr", png(address(deck, secret, stratum))))
                    .toList());
        }
        return rows;
    }
}
