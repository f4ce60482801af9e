package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * How workers of a survey are admitted, frozen in its manifest.
 *
 * <p>One deck of cards serves all surveys of a round that have the same strata, a slot each. The cards carry the
 * fingerprint of the deck's first manifest, the <em>founder</em>. It commits to the keys of every slot, so that no later
 * manifest can show different keys to different people: phones refuse keys that were not committed to on paper.
 *
 * @param deck the founding survey of the deck of cards
 * @param slot this survey's place in the deck, 1 to {@link #SLOTS}
 * @param issuer public address of the issuer, without a trailing slash
 * @param apart whether issuer and collector are processes of their own, with databases and keys of their own
 * @param keys one key a stratum of the frame, in the frame's order
 * @param commitments for each slot the {@linkplain #commitment(List) commitment} to its keys; empty in later surveys
 * @param founder the manifest whose fingerprint stands on the cards; null in the founder itself
 */
@Serdeable
public record Admission(
        Id deck,
        int slot,
        String issuer,
        boolean apart,
        List<StratumKey> keys,
        List<String> commitments,
        @Nullable Founder founder) {
    /** Surveys that a deck serves: the four questionnaires, and a pulse and a check more. */
    public static final int SLOTS = 6;

    public Admission {
        keys = List.copyOf(keys);
        commitments = List.copyOf(commitments);
    }

    /**
     * The manifest that stands on the cards.
     *
     * @param code short code of its survey
     * @param fingerprint SHA-256 of its bytes, 64 hexadecimal digits
     */
    @Serdeable
    public record Founder(String code, String fingerprint) {}

    /** The same with the issuer at another address. */
    Admission at(String address) {
        return new Admission(deck, slot, address, apart, keys, commitments, founder);
    }

    /** The key of a key id. */
    public Optional<StratumKey> key(String keyId) {
        return keys.stream().filter(k -> k.keyId().equals(keyId)).findFirst();
    }

    /** What the tickets of this survey are derived from, beside the secret of the card. */
    public String slotName() {
        return slotName(deck, slot);
    }

    /** What the tickets of a slot are derived from: {@code <deck in hexadecimal>:<slot>}. */
    public static String slotName(Id deck, int slot) {
        return deck + ":" + slot;
    }

    /** SHA-256 (hex) of a line for each key, {@code <stratum> <key id>\n}: what the founder says of a slot. */
    public static String commitment(List<StratumKey> keys) {
        String lines =
                keys.stream().map(k -> k.stratum() + " " + k.keyId() + "\n").collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
