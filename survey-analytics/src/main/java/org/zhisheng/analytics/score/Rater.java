package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** From a total to a band, in the order of the rules: round, band, caps, vetoes. */
final class Rater {
    private final Scheme scheme;

    Rater(Scheme scheme) {
        this.scheme = scheme;
    }

    /**
     * @param value of an indicator or measure by id, NaN where unknown
     * @param established ids of established vetoes
     */
    Rating.Banded band(double total, ToDoubleFunction<String> value, Set<String> established) {
        int byTotal = byTotal(total);
        int worst = byTotal;
        List<String> caps = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (Cap cap : scheme.caps()) {
            double of = value.applyAsDouble(cap.of());
            if (Double.isNaN(of)) {
                undecided.add(cap.id());
            } else if (Rounding.isBelow(of, cap.below())) {
                caps.add(cap.id());
                worst = Math.max(worst, scheme.positionOfBand(cap.ceiling()));
            }
        }
        List<String> vetoes = new ArrayList<>();
        for (Veto veto : scheme.vetoes()) {
            if (established.contains(veto.id())) {
                vetoes.add(veto.id());
                worst = Math.max(worst, scheme.positionOfBand(veto.ceiling()));
            }
        }
        List<Band> bands = scheme.bands();
        return new Rating.Banded(bands.get(worst), bands.get(byTotal), caps, vetoes, undecided);
    }

    /** Position of the band of a total. */
    int byTotal(double total) {
        double rounded = Rounding.toTenth(total);
        List<Band> bands = scheme.bands();
        for (int i = 0; i < bands.size(); i++) {
            if (rounded >= bands.get(i).from()) {
                return i;
            }
        }
        return bands.size() - 1;
    }
}
