package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhisheng.server.credential.KeyId;
import org.zhisheng.server.credential.SigningKey;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.platform.RoleConfig;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.StratumKey;

/** Finds the deck of cards that serves a survey, or makes a new one with the keys of all its slots. */
@Singleton
final class Decks {
    private static final List<Integer> SLOTS =
            IntStream.rangeClosed(1, Admission.SLOTS).boxed().toList();

    private final DeckStore decks;
    private final AdmittedStore admitted;
    private final IssuerKeys keys;
    private final InstallationConfig installation;
    private final RoleConfig role;
    private final Transactions transactions;
    private final SecureRandom random;

    Decks(
            DeckStore decks,
            AdmittedStore admitted,
            IssuerKeys keys,
            InstallationConfig installation,
            RoleConfig role,
            Transactions transactions,
            SecureRandom random) {
        this.decks = decks;
        this.admitted = admitted;
        this.keys = keys;
        this.installation = installation;
        this.role = role;
        this.transactions = transactions;
        this.random = random;
    }

    /** The survey's place in a deck: the one it has, else one in a deck of the round, else the first of a new deck. */
    Admission place(Id survey, Id round, Frame frame) {
        String strata = mark(frame);
        admitted.findById(survey)
                .filter(row -> row.state() == AdmittedState.PREPARED && !strata.equals(mark(row.deck())))
                .ifPresent(this::discard);
        AdmittedStore.Row row = admitted.findById(survey)
                .or(() -> join(survey, round, strata))
                .orElseGet(() -> found(survey, round, frame, strata));
        return admission(row);
    }

    private String mark(Id deck) {
        return decks.findById(deck).map(DeckStore.Row::strata).orElse("");
    }

    /** A draft whose strata changed since its keys were made gives its place back, and a deck of its own goes. */
    private void discard(AdmittedStore.Row row) {
        if (row.deck().equals(row.survey())) {
            SLOTS.forEach(slot -> keys.destroy(row.deck(), slot, ids(row.deck(), slot)));
        }
        transactions.run(() -> {
            admitted.deleteById(row.survey());
            if (row.deck().equals(row.survey())) {
                decks.deleteKeys(row.deck());
                decks.deleteById(row.deck());
            }
        });
    }

    private Optional<AdmittedStore.Row> join(Id survey, Id round, String strata) {
        return transactions.write(() -> decks.findByRoundAndStrataAndCodeIsNotNull(round, strata).stream()
                .flatMap(deck -> freeSlot(deck.id()).stream()
                        .map(slot -> admitted.save(AdmittedStore.Row.prepared(survey, deck.id(), slot))))
                .findFirst());
    }

    private Optional<Integer> freeSlot(Id deck) {
        decks.lock(deck);
        Set<Integer> taken =
                admitted.findByDeck(deck).stream().map(AdmittedStore.Row::slot).collect(Collectors.toSet());
        return SLOTS.stream().filter(slot -> !taken.contains(slot)).findFirst();
    }

    /** The keys are made before the transaction: hundreds take seconds. */
    private AdmittedStore.Row found(Id survey, Id round, Frame frame, String strata) {
        List<List<StratumKey>> all =
                SLOTS.stream().map(slot -> fresh(survey, slot, frame)).toList();
        return transactions.write(() -> {
            decks.save(new DeckStore.Row(survey, round, strata, null, null));
            for (int slot : SLOTS) {
                List<StratumKey> ofSlot = all.get(slot - 1);
                for (int i = 0; i < ofSlot.size(); i++) {
                    StratumKey key = ofSlot.get(i);
                    decks.addKey(survey, slot, key.stratum(), i, key.keyId(), key.publicKey());
                }
            }
            return admitted.save(AdmittedStore.Row.prepared(survey, survey, 1));
        });
    }

    private List<StratumKey> fresh(Id deck, int slot, Frame frame) {
        return frame.strata().parallelStream()
                .map(stratum -> {
                    SigningKey key = SigningKey.generate(SigningKey.BITS, random);
                    keys.store(deck, slot, key);
                    return new StratumKey(
                            stratum.code(),
                            key.verificationKey().id().hex(),
                            Base64.getEncoder()
                                    .encodeToString(key.verificationKey().encoded()));
                })
                .toList();
    }

    private Admission admission(AdmittedStore.Row row) {
        boolean founds = row.deck().equals(row.survey());
        DeckStore.Row deck = decks.findById(row.deck()).orElseThrow();
        Admission.Founder founder = founds || deck.code() == null || deck.fingerprint() == null
                ? null
                : new Admission.Founder(deck.code(), deck.fingerprint());
        return new Admission(
                row.deck(),
                row.slot(),
                installation.publicAddress().map(Object::toString).orElse("").replaceAll("/+$", ""),
                role.isApart(),
                keys(row.deck(), row.slot()),
                founds
                        ? SLOTS.stream()
                                .map(slot -> Admission.commitment(keys(row.deck(), slot)))
                                .toList()
                        : List.of(),
                founder);
    }

    /** The keys of a slot, in the frame's order. */
    List<StratumKey> keys(Id deck, int slot) {
        return decks.keys(deck, slot).stream()
                .map(k -> new StratumKey(k.stratum(), k.keyId(), k.publicKey()))
                .toList();
    }

    /** The ids of a slot's keys. */
    List<KeyId> ids(Id deck, int slot) {
        return keys(deck, slot).stream()
                .flatMap(key -> KeyId.parse(key.keyId()).stream())
                .toList();
    }

    /** Notes whose manifest stands on the cards. */
    void found(Id deck, String code, String fingerprint) {
        decks.found(deck, code, fingerprint);
    }

    /** Equal where the strata are, whatever their headcounts. */
    static String mark(Frame frame) {
        return Digest.hex(String.join("\t", frame.dimensions())
                + "\n"
                + frame.strata().stream().map(Decks::line).collect(Collectors.joining()));
    }

    private static String line(Stratum stratum) {
        return stratum.code() + "\t" + String.join("\t", stratum.categories()) + "\n";
    }
}
