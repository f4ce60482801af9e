package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Reconciliation;

/** The issuer of this process: for itself where it collects too, or for the collector that calls it. */
@Singleton
public final class LocalIssuer implements Issuer {
    private static final Logger LOG = LoggerFactory.getLogger(LocalIssuer.class);

    private final Decks decks;
    private final AdmittedStore admitted;
    private final TicketStore tickets;
    private final DeckReader reader;
    private final Slips slips;
    private final IssuerKeys keys;
    private final Json json;
    private final Transactions transactions;

    LocalIssuer(
            Decks decks,
            AdmittedStore admitted,
            TicketStore tickets,
            DeckReader reader,
            Slips slips,
            IssuerKeys keys,
            Json json,
            Transactions transactions) {
        this.decks = decks;
        this.admitted = admitted;
        this.tickets = tickets;
        this.reader = reader;
        this.slips = slips;
        this.keys = keys;
        this.json = json;
        this.transactions = transactions;
    }

    @Override
    public boolean isApart() {
        return false;
    }

    @Override
    public Admission prepare(Id survey, Id round, Frame frame) {
        return decks.place(survey, round, frame);
    }

    @Override
    public void open(Fielded survey, byte[] manifest) {
        open(survey.manifest(), survey.fingerprint(), survey.closes(), manifest);
    }

    /** The same with the parts of a launched survey. */
    void open(Manifest manifest, String fingerprint, Instant closes, byte[] bytes) {
        AdmittedStore.Row row = row(manifest.survey());
        if (row.state() != AdmittedState.PREPARED) {
            return;
        }
        if (manifest.admission() == null || !manifest.admission().keys().equals(decks.keys(row.deck(), row.slot()))) {
            throw ProblemException.of(Problem.CONFLICT);
        }
        transactions.run(() -> {
            admitted.open(
                    row.survey(),
                    manifest.code(),
                    manifest.address(),
                    manifest.opens(),
                    closes,
                    new String(bytes, StandardCharsets.UTF_8));
            if (row.deck().equals(row.survey())) {
                decks.found(row.deck(), manifest.code(), fingerprint);
            }
        });
    }

    @Override
    public void extend(Id survey, Instant closes) {
        admitted.moveClosing(survey, closes);
    }

    @Override
    public void correct(Id survey, String stratum, int headcount) {
        transactions.run(() -> {
            AdmittedStore.Row row = row(survey);
            if (row.state() != AdmittedState.OPEN || headcount < 1) {
                throw ProblemException.of(Problem.WRONG_STATE);
            }
            if (reader.frame(row).stratum(stratum).isEmpty()) {
                throw ProblemException.of(Problem.NOT_FOUND);
            }
            admitted.correct(survey, stratum, headcount);
        });
    }

    @Override
    public Reconciliation close(Id survey) {
        transactions.run(() -> {
            AdmittedStore.Row row = row(survey);
            if (row.reconciliation() == null) {
                end(row, AdmittedState.CLOSED, count(row));
            }
        });
        destroyKeys(row(survey));
        String counted = row(survey).reconciliation();
        if (counted == null) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        return json.read(counted.getBytes(StandardCharsets.UTF_8), Reconciliation.class);
    }

    @Override
    public void cancel(Id survey) {
        Optional<AdmittedStore.Row> row = admitted.findById(survey);
        row.ifPresent(r -> {
            transactions.run(() -> end(r, AdmittedState.CANCELLED, null));
            destroyKeys(r);
        });
    }

    /** The state is changed first: from then on no ticket is used any more, and what is counted stays. */
    private void end(AdmittedStore.Row row, AdmittedState state, @Nullable Reconciliation counted) {
        String written = counted == null ? null : new String(json.write(counted), StandardCharsets.UTF_8);
        admitted.end(row.survey(), state, written);
        int deleted = tickets.deleteSlot(row.deck(), row.slot());
        LOG.info("survey {}: issuing ended, {} tickets deleted", row.survey(), deleted);
    }

    private void destroyKeys(AdmittedStore.Row row) {
        int destroyed = keys.destroy(row.deck(), row.slot(), decks.ids(row.deck(), row.slot()));
        LOG.info("survey {}: {} signing keys destroyed", row.survey(), destroyed);
    }

    private Reconciliation count(AdmittedStore.Row row) {
        Map<String, Integer> issued = tickets.used(row.deck(), row.slot(), false);
        List<TicketStore.Batch> batches = tickets.batches(row.deck());
        Map<String, Integer> returned = slips.agreed(row.deck());
        List<Reconciliation.Counts> counts = reader.frame(row).strata().stream()
                .map(s -> new Reconciliation.Counts(
                        s.code(),
                        s.headcount(),
                        cards(batches, s.code(), false),
                        cards(batches, s.code(), true),
                        returned.get(s.code()),
                        issued.getOrDefault(s.code(), 0)))
                .toList();
        int withoutScript = tickets.used(row.deck(), row.slot(), true).values().stream()
                .mapToInt(n -> n)
                .sum();
        return new Reconciliation(counts, withoutScript);
    }

    private static int cards(List<TicketStore.Batch> batches, String stratum, boolean voidedOnly) {
        return batches.stream()
                .filter(b -> b.stratum().equals(stratum) && (b.voided() || !voidedOnly))
                .mapToInt(TicketStore.Batch::cards)
                .sum();
    }

    private AdmittedStore.Row row(Id survey) {
        return admitted.findById(survey).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }
}
