package org.zhisheng.server.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Stratum;

/**
 * How many cards a deck should have and has.
 *
 * @param frozen the strata with the headcounts of the launch
 * @param frame the same with those that hold now
 * @param batches what was made so far
 */
record CardPlan(Frame frozen, Frame frame, List<TicketStore.Batch> batches) {
    /** Cards of one batch: one file to print, and what must be voided and printed again where a download breaks. */
    static final int BATCH = 500;

    /** Smallest batch that may be voided or added: fewer new cards would point at the few who get them. */
    static final int SMALLEST = 30;

    /**
     * Fewest cards that are added to a stratum whose headcount was corrected upwards. Up to four come out of the reserve,
     * which still leaves a card for everybody.
     */
    private static final int FEWEST_ADDED = 5;

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

    /**
     * Cards still to be made of a stratum. None where a few more than there are would make a batch of their own, unless its
     * headcount was corrected upwards: then they are {@linkplain #isAdded added} to a batch.
     */
    int missing(Stratum stratum) {
        int missing = wanted(stratum) - made(stratum);
        return made(stratum) == 0 || missing >= SMALLEST || isAdded(stratum) ? missing : 0;
    }

    /**
     * Whether the missing cards join the stratum's latest batch: no row and no page may tell a small number of cards apart
     * that went to newcomers.
     */
    boolean isAdded(Stratum stratum) {
        int missing = wanted(stratum) - made(stratum);
        boolean raised = frozen.stratum(stratum.code())
                .filter(before -> before.headcount() < stratum.headcount())
                .isPresent();
        return raised && made(stratum) > 0 && missing >= FEWEST_ADDED && missing < SMALLEST;
    }

    /** Cards in force beyond what the headcount allows, after it was corrected downwards. */
    int excess(Stratum stratum) {
        return Math.max(0, made(stratum) - wanted(stratum));
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
            boolean added = isAdded(stratum);
            IntStream.range(0, count)
                    .mapToObj(i -> new Run(stratum.code(), missing * (i + 1) / count - missing * i / count, added))
                    .forEach(runs::add);
        }
        return runs;
    }
}
