package org.zhisheng.analytics.score;

import java.util.List;

/** What a total is called, or why it is called nothing. */
public sealed interface Rating {
    /**
     * A band.
     *
     * @param band after caps and vetoes
     * @param byTotal the band of the rounded total alone
     * @param caps ids of the caps that bite, whether or not they changed the band
     * @param vetoes ids of the vetoes that are established
     * @param undecided ids of caps whose quantity is unknown
     */
    record Banded(Band band, Band byTotal, List<String> caps, List<String> vetoes, List<String> undecided)
            implements Rating {
        public Banded {
            caps = List.copyOf(caps);
            vetoes = List.copyOf(vetoes);
            undecided = List.copyOf(undecided);
        }
    }

    /** A number for reference without a band: coverage grade C, or a scheme without bands. */
    record NumberOnly(String reason) implements Rating {}

    /** Neither number nor band. */
    record None(List<String> reasons) implements Rating {
        public None {
            reasons = List.copyOf(reasons);
        }
    }
}
