package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.credential.CardSecret;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Documents;
import org.zhisheng.server.platform.PdfPrinter;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/** Cards as A4 pages, ten a page. Only the stratum stands on them beside what every card of the deck says. */
@Singleton
final class CardSheets {
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

    /** Lays out what the cards of each of these strata share. */
    CardPress press(Deck deck, List<Stratum> strata) {
        URI typed = URI.create(link(deck));
        Map<String, Object> model = new HashMap<>();
        model.put("organization", deck.founder().organizationName());
        model.put("round", deck.founder().roundName());
        model.put("words", checkWords(deck));
        model.put("address", typed.getAuthority() + typed.getPath());
        model.put("strata", strata.stream().map(Stratum::label).toList());
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        printer.print(documents.fill("posters/cards", Language.CHINESE, model), template);
        return new CardPress(deck, strata, template.toByteArray());
    }

    /** In Chinese for every reader: they are compared with the words on the screen. */
    List<String> checkWords(Deck deck) {
        return words.of(HexFormat.of().parseHex(deck.fingerprint()), Fielded.CHECK_WORDS, Language.CHINESE);
    }
}
