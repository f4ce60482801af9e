package org.zhisheng.server.ticket;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhisheng.server.kernel.Id;

/** Unused slips: two people count them, each for themselves, and only what both found is taken as right. */
@Singleton
final class Slips {
    private final SlipStore store;

    Slips(SlipStore store) {
        this.store = store;
    }

    /** Notes what a person counted; a second entry of the same person takes the place of the first. */
    void count(Id deck, String stratum, Id account, int slips) {
        store.put(deck, stratum, account, slips);
    }

    /** By stratum, what two people or more agree on; strata where nobody or one alone counted, or where they differ, are absent. */
    Map<String, Integer> agreed(Id deck) {
        Map<String, Integer> agreed = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (SlipStore.Count count : store.of(deck)) {
            if (!seen.add(count.stratum() + " " + count.slips())) {
                agreed.put(count.stratum(), count.slips());
            }
        }
        return agreed;
    }

    /** By stratum, how many people counted. */
    Map<String, Integer> counters(Id deck) {
        Map<String, Integer> counters = new HashMap<>();
        store.of(deck).forEach(count -> counters.merge(count.stratum(), 1, Integer::sum));
        return counters;
    }
}
