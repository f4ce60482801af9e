package org.zhisheng.server.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Stratum;

/**
 * The files of a printing, piece by piece: a piece is made when the reader has taken the one before, so that any number of
 * cards needs the memory of one batch. A ZIP of one PDF a batch, because a PDF has its table of contents at its end and is
 * written from memory, while a ZIP is written as it goes; and because who prints wants a file a box.
 *
 * <p>The tickets of a batch are committed before its first byte leaves. Batches that were never asked for were never made.
 */
final class CardFiles implements Iterator<byte[]>, AutoCloseable {
    private final Id deck;
    private final CardPlan plan;
    private final Iterator<Run> runs;
    private final Cards cards;
    private final CardPress press;
    private final Printing printing;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(piece);
    private boolean finished;

    CardFiles(Id deck, CardPlan plan, Cards cards, CardPress press, Printing printing) {
        this.deck = deck;
        this.plan = plan;
        this.runs = plan.runs().iterator();
        this.cards = cards;
        this.press = press;
        this.printing = printing;
        // The PDFs are packed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /** All of them as one PDF instead. */
    void onePdf(OutputStream target) {
        press.print(plan.runs().stream().flatMap(run -> part(run).stream()).toList(), target);
        printing.done();
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
                printing.done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = piece.toByteArray();
        piece.reset();
        return bytes;
    }

    private void add(Run run) throws IOException {
        CardPress.@Nullable Part part = part(run).orElse(null);
        if (part != null) {
            zip.putNextEntry(new ZipEntry(String.format(
                    Locale.ROOT, "%s-%03d.pdf", run.stratum(), part.made().batch())));
            press.print(List.of(part), zip);
            zip.closeEntry();
        }
        zip.flush();
    }

    /** A batch that was made; empty where somebody else made it meanwhile. */
    private Optional<CardPress.Part> part(Run run) {
        Stratum stratum = plan.frame().stratum(run.stratum()).orElseThrow();
        Optional<Cards.Made> made = cards.make(deck, run, CardPlan.wanted(stratum));
        made.ifPresent(printing::add);
        return made.map(batch -> new CardPress.Part(stratum, batch));
    }

    @Override
    public void close() {
        press.close();
        printing.broken();
    }
}
