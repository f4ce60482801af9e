package org.zhisheng.server.ticket;

import java.util.ArrayList;
import java.util.List;

/** How far one printing is, as the page shows it while its download runs and afterwards. */
final class Printing {
    private final int number;
    private final int wanted;
    private final List<Integer> batches = new ArrayList<>();
    private int made;
    private State state = State.RUNNING;

    /**
     * @param number which printing of the deck it is, from 1
     * @param wanted cards that are to be made
     */
    Printing(int number, int wanted) {
        this.number = number;
        this.wanted = wanted;
    }

    /** Where a printing stands. */
    enum State {
        RUNNING,
        /** The last byte was handed over. */
        DONE,
        /** Whoever downloaded went away, or the printing failed. */
        BROKEN
    }

    /** What it is at one moment; batches are those that were made, whether their pages arrived or not. */
    record Seen(int number, int made, int wanted, State state, List<Integer> batches) {}

    synchronized void add(Cards.Made batch) {
        batches.add(batch.batch());
        made += batch.secrets().size();
    }

    synchronized void done() {
        state = State.DONE;
    }

    /** After the last byte nothing breaks any more. */
    synchronized void broken() {
        if (state == State.RUNNING) {
            state = State.BROKEN;
        }
    }

    synchronized Seen seen() {
        return new Seen(number, made, wanted, state, List.copyOf(batches));
    }
}
