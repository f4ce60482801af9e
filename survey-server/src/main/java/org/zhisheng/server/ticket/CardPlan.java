package org.zhisheng.server.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Stratum;

/**
 * How many cards a deck should have and has.
 *
 * @param frame the strata with the headcounts of the deck's latest survey
 * @param batches what was made so far
 */
record CardPlan(Frame frame, List<TicketStore.Batch> batches) {
    /** Cards of one batch: one file to print, and what must be voided and printed again where a download breaks. */
    static final int BATCH = 500;

    /** Smallest batch that may be voided or added: fewer new cards would point at the few who get them. */
    static final int SMALLEST = 30;

    /** Reserve: a twentieth of the workers, and at least this many a stratum. */
    private static final int LEAST_RESERVE = 5;

    CardPlan {
        batches = List.copyOf(batches);
    }

    /** Cards that a stratum should have: one a worker, and the reserve. */
    static int wanted(Stratum stratum) {
        return stratum.headcount() + Math.max(LEAST_RESERVE, Math.ceilDiv(stratum.headcount(), 20));
    }

    /** Cards in force of a stratum. */
    int made(Stratum stratum) {
        return batches.stream()
                .filter(b -> !b.voided() && b.stratum().equals(stratum.code()))
                .mapToInt(TicketStore.Batch::cards)
                .sum();
    }

    /** Cards still to be made of a stratum; none where a few more than there are would make a batch of their own. */
    int missing(Stratum stratum) {
        int made = made(stratum);
        int missing = wanted(stratum) - made;
        return made > 0 && missing < SMALLEST ? 0 : missing;
    }

    int wanted() {
        return frame.strata().stream().mapToInt(CardPlan::wanted).sum();
    }

    int made() {
        return frame.strata().stream().mapToInt(this::made).sum();
    }

    int missing() {
        return frame.strata().stream().mapToInt(this::missing).sum();
    }

    /** What is missing in batches of about equal size, stratum by stratum. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Stratum stratum : frame.strata()) {
            int missing = missing(stratum);
            int count = Math.ceilDiv(missing, BATCH);
            IntStream.range(0, count)
                    .mapToObj(i -> new Run(stratum.code(), missing * (i + 1) / count - missing * i / count))
                    .forEach(runs::add);
        }
        return runs;
    }
}
