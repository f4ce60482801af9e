package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.SchemeFault.Rule;

/** Finds what is wrong with a scheme before anybody is scored by it. */
public final class SchemeCheck {
    private static final double POINTS = 100;
    /** Weights are typed with a few decimals; a hundred thousandth is no deliberate difference. */
    private static final double TOLERANCE = 1e-5;

    private final Scheme scheme;
    private final List<SchemeFault> faults = new ArrayList<>();

    private SchemeCheck(Scheme scheme) {
        this.scheme = scheme;
    }

    /** The faults of a scheme by itself: weights, names, bands, caps and vetoes. */
    public static List<SchemeFault> structure(Scheme scheme) {
        SchemeCheck check = new SchemeCheck(scheme);
        check.ids();
        check.weights();
        check.indicators();
        check.bands();
        check.caps();
        check.vetoes();
        if (scheme.id().equals(scheme.parent())) {
            check.fault("parent", Rule.OWN_PARENT);
        }
        return List.copyOf(check.faults);
    }

    /** The faults of {@link #structure}, and the sources that do not exist. */
    public static List<SchemeFault> everything(Scheme scheme, SourceCatalogue catalogue) {
        List<SchemeFault> faults = new ArrayList<>(structure(scheme));
        SourceCheck sources = new SourceCheck(catalogue, faults);
        scheme.indicators().forEach(i -> sources.check("indicators." + i.id(), i.sources()));
        scheme.measures().forEach(m -> sources.check("measures." + m.id(), m.sources()));
        scheme.vetoes().forEach(v -> sources.check(v));
        return faults;
    }

    private void fault(String where, Rule rule, Object... arguments) {
        faults.add(SchemeFault.of(where, rule, arguments));
    }

    private void ids() {
        Set<String> seen = new HashSet<>();
        scheme.dimensions().forEach(d -> unique(seen, "dimensions." + d.id(), d.id()));
        scheme.indicators().forEach(i -> unique(seen, "indicators." + i.id(), i.id()));
        scheme.measures().forEach(m -> unique(seen, "measures." + m.id(), m.id()));
        Set<String> rules = new HashSet<>();
        scheme.bands().forEach(b -> unique(rules, "bands." + b.id(), b.id()));
        scheme.caps().forEach(c -> unique(rules, "caps." + c.id(), c.id()));
        scheme.vetoes().forEach(v -> unique(rules, "vetoes." + v.id(), v.id()));
    }

    private void unique(Set<String> seen, String where, String id) {
        if (!seen.add(id)) {
            fault(where, Rule.DUPLICATE_ID, id);
        }
    }

    private void weights() {
        double all = 0;
        for (Dimension dimension : scheme.dimensions()) {
            List<Indicator> indicators = scheme.indicatorsOf(dimension.id());
            double sum = indicators.stream().mapToDouble(Indicator::weight).sum();
            String where = "dimensions." + dimension.id();
            if (indicators.isEmpty()) {
                fault(where, Rule.EMPTY_DIMENSION);
            } else if (differ(sum, dimension.weight())) {
                fault(where, Rule.WEIGHTS_DO_NOT_ADD_UP, dimension.weight(), sum);
            }
            requirePositive(where, dimension.weight());
            all += dimension.weight();
        }
        if (differ(all, POINTS)) {
            fault("dimensions", Rule.WEIGHTS_NOT_100, all);
        }
    }

    private static boolean differ(double a, double b) {
        return !(Math.abs(a - b) <= TOLERANCE);
    }

    private void requirePositive(String where, double weight) {
        if (!(weight > 0)) {
            fault(where, Rule.WEIGHT_NOT_POSITIVE, weight);
        }
    }

    private void indicators() {
        Set<String> dimensions = new HashSet<>();
        scheme.dimensions().forEach(d -> dimensions.add(d.id()));
        for (Indicator indicator : scheme.indicators()) {
            String where = "indicators." + indicator.id();
            requirePositive(where, indicator.weight());
            if (!dimensions.contains(indicator.dimension())) {
                fault(where, Rule.UNKNOWN_DIMENSION, indicator.dimension());
            }
            if (indicator.levels().isEmpty()) {
                fault(where, Rule.NO_LEVEL);
            }
            if (indicator.sources().isEmpty()) {
                fault(where, Rule.NO_SOURCE);
            }
        }
        Set<String> used = new HashSet<>();
        scheme.caps().forEach(c -> used.add(c.of()));
        scheme.measures().stream()
                .filter(m -> !used.contains(m.id()))
                .forEach(m -> fault("measures." + m.id(), Rule.MEASURE_UNUSED));
    }

    private void bands() {
        double above = POINTS + TOLERANCE;
        for (Band band : scheme.bands()) {
            String where = "bands." + band.id();
            if (band.from() > POINTS) {
                fault(where, Rule.BAND_UNREACHABLE, band.from());
            } else if (!(band.from() < above)) {
                fault(where, Rule.BANDS_OUT_OF_ORDER);
            }
            above = band.from();
        }
        if (!scheme.bands().isEmpty() && scheme.bands().getLast().from() > 0) {
            fault("bands." + scheme.bands().getLast().id(), Rule.LAST_BAND_NOT_0);
        }
    }

    private void caps() {
        for (Cap cap : scheme.caps()) {
            String where = "caps." + cap.id();
            Range range = range(cap.of());
            if (range == null) {
                fault(where, Rule.UNKNOWN_QUANTITY, cap.of());
            } else if (cap.below() <= range.lower()) {
                fault(where, Rule.CAP_UNREACHABLE, cap.of(), cap.below());
            }
            ceiling(where, cap.ceiling());
        }
    }

    private @Nullable Range range(String quantity) {
        for (Measure measure : scheme.measures()) {
            if (measure.id().equals(quantity)) {
                return measure.range();
            }
        }
        return scheme.indicator(quantity).map(Indicator::range).orElse(null);
    }

    private void vetoes() {
        scheme.vetoes().forEach(veto -> ceiling("vetoes." + veto.id(), veto.ceiling()));
    }

    private void ceiling(String where, String band) {
        int at = scheme.positionOfBand(band);
        if (at < 0) {
            fault(where, Rule.UNKNOWN_BAND, band);
        } else if (at == 0) {
            fault(where, Rule.CEILING_AT_BEST, band);
        }
    }
}
