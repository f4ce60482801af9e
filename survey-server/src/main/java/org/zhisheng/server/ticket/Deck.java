package org.zhisheng.server.ticket;

import java.util.Comparator;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;

/**
 * A deck whose founder was launched, so that cards can be made.
 *
 * @param id the deck
 * @param fingerprint SHA-256 (hex) of the founder's manifest: what stands on the cards
 * @param founder the founder's manifest
 * @param surveys manifests of the deck's surveys that are not over, the founder's among them while it is not, by opening
 */
record Deck(Id id, String fingerprint, Manifest founder, List<Manifest> surveys) {
    Deck {
        surveys = surveys.stream().sorted(Comparator.comparing(Manifest::opens)).toList();
    }

    /** Whether links are made for a roster rather than cards for a box. */
    boolean isByRoster() {
        return founder.mode() == Mode.INVITATION;
    }
}
