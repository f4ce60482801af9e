package org.zhisheng.server.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.survey.Stratum;

/**
 * The files of a printing, piece by piece: a piece is made when the reader has taken the one before, so that any number of
 * cards needs the memory of one batch. A ZIP of one PDF a batch, because a PDF has its table of contents at its end and is
 * written from memory, while a ZIP is written as it goes; and because who prints wants a file a box.
 *
 * <p>The tickets of a batch are committed before its first byte leaves. Batches that were never asked for were never made.
 */
final class CardFiles implements Iterator<byte[]> {
    private final Deck deck;
    private final Iterator<Run> runs;
    private final Cards cards;
    private final CardSheets sheets;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(piece);
    private boolean finished;

    CardFiles(Deck deck, List<Run> runs, Cards cards, CardSheets sheets) {
        this.deck = deck;
        this.runs = runs.iterator();
        this.cards = cards;
        this.sheets = sheets;
    }

    @Override
    public boolean hasNext() {
        return !finished;
    }

    @Override
    public byte[] next() {
        if (finished) {
            throw new NoSuchElementException();
        }
        try {
            if (runs.hasNext()) {
                add(runs.next());
            } else {
                zip.close();
                finished = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = piece.toByteArray();
        piece.reset();
        return bytes;
    }

    private void add(Run run) throws IOException {
        CardSheets.@Nullable Part part = part(deck, run, cards).orElse(null);
        if (part != null) {
            zip.putNextEntry(new ZipEntry(String.format(
                    Locale.ROOT, "%s-%03d.pdf", run.stratum(), part.made().batch())));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            sheets.print(deck, List.of(part), pdf);
            pdf.writeTo(zip);
            zip.closeEntry();
        }
        zip.flush();
    }

    /** A batch that was made; empty where somebody else made it meanwhile. */
    static Optional<CardSheets.Part> part(Deck deck, Run run, Cards cards) {
        Stratum stratum = deck.latest().frame().stratum(run.stratum()).orElseThrow();
        return cards.make(deck.id(), run, CardPlan.wanted(stratum)).map(made -> new CardSheets.Part(stratum, made));
    }
}
