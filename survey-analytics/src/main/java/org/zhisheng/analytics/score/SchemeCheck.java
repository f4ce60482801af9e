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
            check.fault("parent", Rule.OWN_PARENT, "a fork needs an id or a version of its own");
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

    private void fault(String where, Rule rule, String detail) {
        faults.add(new SchemeFault(where, rule, detail));
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
            fault(where, Rule.DUPLICATE_ID, "the id '" + id + "' is used before; ids must differ");
        }
    }

    private void weights() {
        double all = 0;
        for (Dimension dimension : scheme.dimensions()) {
            List<Indicator> indicators = scheme.indicatorsOf(dimension.id());
            double sum = indicators.stream().mapToDouble(Indicator::weight).sum();
            String where = "dimensions." + dimension.id();
            if (indicators.isEmpty()) {
                fault(where, Rule.EMPTY_DIMENSION, "has no indicator, so that its weight is never used");
            } else if (differ(sum, dimension.weight())) {
                fault(
                        where,
                        Rule.WEIGHTS_DO_NOT_ADD_UP,
                        "weighs " + plain(dimension.weight()) + ", but its indicators add up to " + plain(sum));
            }
            requirePositive(where, dimension.weight());
            all += dimension.weight();
        }
        if (differ(all, POINTS)) {
            fault(
                    "dimensions",
                    Rule.WEIGHTS_DO_NOT_ADD_UP,
                    "the weights add up to " + plain(all) + " points, not to 100");
        }
    }

    private static boolean differ(double a, double b) {
        return !(Math.abs(a - b) <= TOLERANCE);
    }

    private void requirePositive(String where, double weight) {
        if (!(weight > 0)) {
            fault(
                    where,
                    Rule.WEIGHT_NOT_POSITIVE,
                    "a weight of " + plain(weight) + " is not above 0; leave it out instead");
        }
    }

    private void indicators() {
        Set<String> dimensions = new HashSet<>();
        scheme.dimensions().forEach(d -> dimensions.add(d.id()));
        for (Indicator indicator : scheme.indicators()) {
            String where = "indicators." + indicator.id();
            requirePositive(where, indicator.weight());
            if (!dimensions.contains(indicator.dimension())) {
                fault(where, Rule.UNKNOWN_DIMENSION, "there is no dimension '" + indicator.dimension() + "'");
            }
            if (indicator.levels().isEmpty()) {
                fault(where, Rule.NO_LEVEL, "applies at no level, so that its weight is never used");
            }
            if (indicator.sources().isEmpty()) {
                fault(where, Rule.NO_SOURCE, "has no source");
            }
        }
        Set<String> used = new HashSet<>();
        scheme.caps().forEach(c -> used.add(c.of()));
        scheme.measures().stream()
                .filter(m -> !used.contains(m.id()))
                .forEach(m -> fault("measures." + m.id(), Rule.MEASURE_UNUSED, "no cap looks at it"));
    }

    private void bands() {
        double above = POINTS + TOLERANCE;
        for (Band band : scheme.bands()) {
            String where = "bands." + band.id();
            if (band.from() > POINTS) {
                fault(where, Rule.BAND_UNREACHABLE, "begins at " + plain(band.from()) + ", above 100");
            } else if (!(band.from() < above)) {
                fault(where, Rule.BANDS_OUT_OF_ORDER, "must begin below the band before it; the best comes first");
            }
            above = band.from();
        }
        if (!scheme.bands().isEmpty() && scheme.bands().getLast().from() > 0) {
            fault("bands", Rule.BANDS_OUT_OF_ORDER, "the last band must begin at 0, or low totals have none");
        }
    }

    private void caps() {
        for (Cap cap : scheme.caps()) {
            String where = "caps." + cap.id();
            Range range = range(cap.of());
            if (range == null) {
                fault(where, Rule.UNKNOWN_QUANTITY, "there is no indicator or measure '" + cap.of() + "'");
            } else if (cap.below() <= range.lower()) {
                fault(where, Rule.CAP_UNREACHABLE, cap.of() + " is never below " + plain(cap.below()));
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
            fault(where, Rule.UNKNOWN_BAND, "there is no band '" + band + "'");
        } else if (at == 0) {
            fault(where, Rule.CAP_UNREACHABLE, "a ceiling at the best band '" + band + "' never lowers anything");
        }
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
