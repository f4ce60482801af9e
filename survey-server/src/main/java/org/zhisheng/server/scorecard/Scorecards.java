package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.analytics.score.Veto;
import org.zhisheng.server.account.Actor;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Rounds;

/** The scorecards: opening them, entering and verifying, signing off. Whoever calls asks {@code Access} first. */
@Singleton
public final class Scorecards {
    private final ScorecardStore store;
    private final Schemes schemes;
    private final Rounds rounds;
    private final Assessor assessor;
    private final FactCatalogue catalogue;
    private final Json json;
    private final Transactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    Scorecards(
            ScorecardStore store,
            Schemes schemes,
            Rounds rounds,
            Assessor assessor,
            FactCatalogue catalogue,
            Json json,
            Transactions transactions,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.schemes = schemes;
        this.rounds = rounds;
        this.assessor = assessor;
        this.catalogue = catalogue;
        this.json = json;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** The scorecard with the id; {@code not-found} where there is none. */
    public Scorecard get(Id id) {
        return Scorecard.of(row(id));
    }

    /** The scorecards of organizations, the latest year first. */
    public List<Scorecard> of(Collection<Id> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : store.findByOrganizationInOrderByForYearDescAndOpenedAtDesc(organizations).stream()
                        .map(Scorecard::of)
                        .toList();
    }

    /** Opens a scorecard, or finds the one that there is of this round by this scheme. The scheme must be frozen. */
    public Scorecard open(Round round, SchemeId scheme, Actor by) {
        if (!schemes.get(scheme).isFrozen()) {
            throw ProblemException.of(Problem.WRONG_STATE);
        }
        return transactions.write(() -> of(List.of(round.organization())).stream()
                .filter(c -> c.round().equals(round.id()) && c.scheme().equals(scheme))
                .findFirst()
                .orElseGet(() -> Scorecard.of(store.save(new ScorecardStore.Row(
                        Id.random(random),
                        round.id(),
                        round.organization(),
                        round.year(),
                        scheme.id(),
                        scheme.version(),
                        by.name(),
                        now(),
                        null,
                        null,
                        null,
                        null)))));
    }

    /** The signed-off text where there is one, else what comes out at the moment. */
    public Assessment assessment(Id id) {
        ScorecardStore.Row row = row(id);
        return row.content() == null ? assess(Scorecard.of(row)) : signed(row);
    }

    /** The signed-off text, byte for byte; {@code wrong-state} while open. */
    public String signedText(Id id) {
        return Optional.ofNullable(row(id).content()).orElseThrow(() -> ProblemException.of(Problem.WRONG_STATE));
    }

    private Assessment signed(ScorecardStore.Row row) {
        String content = Objects.requireNonNull(row.content(), "a signed scorecard has its text");
        if (!SchemeJson.sha256(content).equals(row.fingerprint())) {
            throw new IllegalStateException("the scorecard " + row.id() + " is not the one that was fingerprinted");
        }
        return json.read(content.getBytes(StandardCharsets.UTF_8), Assessment.class);
    }

    private Assessment assess(Scorecard card) {
        return assessor.assess(card, rounds.get(card.round()), schemes.get(card.scheme()), ledger(card.id()));
    }

    Ledger ledger(Id id) {
        return Ledger.of(store.entries(id));
    }

    /** What one side enters on one subject. */
    record Statement(String subject, @Nullable Finding finding, String value, String note) {}

    /** Adds the union's entries, all or none; one that says what the last one said is left out. */
    void enter(Id id, List<Statement> statements, Actor by) {
        change(id, ledger -> {
            for (Statement s : statements) {
                Optional<Entry> last = ledger.last(s.subject(), Side.UNION);
                boolean same = last.isPresent()
                        && last.get().value().equals(s.value())
                        && last.get().note().equals(s.note());
                if (!same) {
                    add(id, s, Side.UNION, last.map(Entry::number).orElse(0) + 1, null, by);
                }
            }
        });
    }

    /**
     * Adds an evaluator's findings, all or none.
     *
     * @param seen by fact, the number of the union's entry that the evaluator saw; {@code conflict} where the union has
     *     made another since
     */
    void find(Id id, List<Statement> findings, java.util.Map<String, Integer> seen, Actor by) {
        change(id, ledger -> {
            for (Statement f : findings) {
                Optional<Entry> union = ledger.last(f.subject(), Side.UNION);
                Integer about = union.map(Entry::number).orElse(null);
                if (ledger.isOwn(f.subject(), by.account())) {
                    throw ProblemException.of(Problem.OWN_ENTRY);
                }
                if (about != null && !about.equals(seen.get(f.subject()))) {
                    throw ProblemException.of(Problem.CONFLICT);
                }
                require(f, union.isPresent());
                int number = ledger.last(f.subject(), Side.EVALUATOR)
                                .map(Entry::number)
                                .orElse(0)
                        + 1;
                add(id, f, Side.EVALUATOR, number, about, by);
            }
        });
    }

    private static void require(Statement f, boolean entered) {
        boolean needsReason = f.finding() != Finding.CONFIRMED;
        boolean hasValue = f.finding() == Finding.CORRECTED;
        boolean onNothing = f.finding() == Finding.CONFIRMED && !entered;
        if (needsReason && f.note().isBlank()) {
            throw ProblemException.invalid(Fault.of(f.subject(), "scorecard.fault.reason"));
        }
        if (onNothing || hasValue == f.value().isEmpty()) {
            throw ProblemException.invalid(Fault.of(f.subject(), "scorecard.fault.finding"));
        }
    }

    private void change(Id id, java.util.function.Consumer<Ledger> work) {
        transactions.run(() -> {
            lockOpen(id);
            work.accept(ledger(id));
        });
    }

    private void add(Id id, Statement s, Side side, int number, @Nullable Integer about, Actor by) {
        Finding finding = s.finding();
        store.addEntry(
                id,
                s.subject(),
                side.name(),
                number,
                finding == null ? null : finding.name(),
                about,
                s.value(),
                s.note(),
                by.account(),
                by.name(),
                now());
    }

    /** Subjects that keep the scorecard from being signed off: entries without a finding, vetoes without a decision. */
    List<String> undecided(Scorecard card) {
        Ledger ledger = ledger(card.id());
        SchemeVersion version = schemes.get(card.scheme());
        List<String> open = new java.util.ArrayList<>();
        catalogue.askedBy(version.scheme(), Assessor.level(rounds.get(card.round()))).stream()
                .map(FactDefinition::id)
                .filter(ledger::isPending)
                .forEach(open::add);
        version.scheme().vetoes().stream()
                .filter(v -> v.fact() == null)
                .map(Veto::id)
                .filter(v -> ledger.veto(v).isEmpty())
                .forEach(open::add);
        return open;
    }

    /** Signs off: freezes what comes out at this moment, with its fingerprint. */
    public Scorecard sign(Id id, Actor by) {
        return transactions.write(() -> {
            lockOpen(id);
            Scorecard card = get(id);
            List<String> open = undecided(card);
            if (!open.isEmpty()) {
                throw ProblemException.of(Problem.SCORECARD_UNVERIFIED, open.size());
            }
            Instant now = now();
            String content =
                    new String(json.write(Signing.signed(assess(card), by.name(), now)), StandardCharsets.UTF_8);
            if (store.sign(id, content, SchemeJson.sha256(content), by.name(), now) != 1) {
                throw ProblemException.of(Problem.SCORECARD_SIGNED);
            }
            return get(id);
        });
    }

    /** Holds the row until the transaction ends, so that nothing is entered while somebody signs off. */
    private void lockOpen(Id id) {
        if (store.lockOpen(id).isEmpty()) {
            throw ProblemException.of(Problem.SCORECARD_SIGNED);
        }
    }

    private ScorecardStore.Row row(Id id) {
        return store.findById(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
