package org.zhisheng.analytics.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes readings from released figures and entered facts, by the formulas of a scheme. */
public final class SourceReader {
    private static final String ENTERED = "facts";

    private final Figures figures;
    private final Facts facts;

    /** A value with its derivatives by figure, or a reason why there is none. */
    private record Derived(Reading reading, Map<Integer, Double> gradient) {
        static Derived missing(String reason) {
            return new Derived(new Reading.Missing(reason), Map.of());
        }

        static Derived exact(double value, String origin) {
            return new Derived(new Reading.Known(value, origin), Map.of());
        }
    }

    public SourceReader(Figures figures, Facts facts) {
        this.figures = figures;
        this.facts = facts;
    }

    /** The readings of every indicator and measure, the covariance carried over to first order. */
    public Readings read(Scheme scheme) {
        Map<String, Derived> derived = new LinkedHashMap<>();
        scheme.indicators().forEach(i -> derived.put(i.id(), first(i.sources())));
        scheme.measures().forEach(m -> derived.put(m.id(), first(m.sources())));
        Map<String, Reading> readings = new LinkedHashMap<>();
        derived.forEach((id, d) -> readings.put(id, d.reading()));
        List<String> random = derived.entrySet().stream()
                .filter(e -> !e.getValue().gradient().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        List<Map<Integer, Double>> gradients = new ArrayList<>();
        derived.values().stream()
                .map(Derived::gradient)
                .filter(g -> !g.isEmpty())
                .forEach(gradients::add);
        return Readings.of(readings, random, covariance(gradients));
    }

    /** Vetoes that facts establish: those whose fact is answered "no". */
    public Set<String> established(Scheme scheme) {
        Set<String> established = new HashSet<>();
        for (Veto veto : scheme.vetoes()) {
            if (veto.fact() != null
                    && facts.find(veto.fact()).orElse(null) instanceof Fact.Answer answer
                    && answer.reply() == Fact.Reply.NO) {
                established.add(veto.id());
            }
        }
        return established;
    }

    private double[][] covariance(List<Map<Integer, Double>> gradients) {
        double[][] covariance = new double[gradients.size()][gradients.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (var a : gradients.get(i).entrySet()) {
                    for (var b : gradients.get(j).entrySet()) {
                        sum += a.getValue() * b.getValue() * figures.covariance(a.getKey(), b.getKey());
                    }
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
        return covariance;
    }

    /** The first source that gives a value or says that there can be none; else the first one's reason. */
    private Derived first(List<Source> sources) {
        Derived reason = null;
        for (Source source : sources) {
            Derived derived = read(source);
            if (!(derived.reading() instanceof Reading.Missing)) {
                return derived;
            }
            reason = reason == null ? derived : reason;
        }
        return reason == null ? Derived.missing("it has no source") : reason;
    }

    private Derived read(Source source) {
        return switch (source) {
            case Source.FigureSum sum -> sum(sum);
            case Source.Participation p -> participation(p);
            case Source.Ratio ratio -> ratio(ratio);
            case Source.Checklist list -> checklist(list);
            case Source.DemandResponse demand -> demand(demand);
            case Source.Amount amount ->
                facts.find(amount.fact()).orElse(null) instanceof Fact.Number number
                        ? Derived.exact(number.value(), ENTERED)
                        : Derived.missing("the fact " + amount.fact() + " was not entered");
            case Source.Given given -> Derived.missing("it was not given");
        };
    }

    private Derived sum(Source.FigureSum sum) {
        double value = 0;
        Map<Integer, Double> gradient = new LinkedHashMap<>();
        for (Source.Term term : sum.terms()) {
            var key = new Figures.Key(sum.survey(), term.item(), term.statistic(), term.category());
            OptionalInt at = figures.find(key);
            if (at.isEmpty()) {
                return Derived.missing("the figure " + key + " was not released");
            }
            value += term.times() * figures.value(at.getAsInt());
            gradient.merge(at.getAsInt(), term.times(), Double::sum);
        }
        return new Derived(new Reading.Known(value, sum.survey()), gradient);
    }

    private Derived participation(Source.Participation source) {
        Facts.Responses responses = facts.participation().get(source.survey());
        return responses == null
                ? Derived.missing("how many answered " + source.survey() + " was not given")
                : Derived.exact(100.0 * responses.valid() / responses.headcount(), source.survey());
    }

    private Derived ratio(Source.Ratio ratio) {
        Double numerator = amount(ratio.numerator());
        Double denominator = amount(ratio.denominator());
        if (numerator == null || denominator == null) {
            return Derived.missing("not all of its facts were entered");
        }
        return denominator == 0
                ? new Derived(new Reading.Inapplicable("there is nothing to count"), Map.of())
                : Derived.exact(100 * numerator / denominator, ENTERED);
    }

    private @Nullable Double amount(List<Source.Part> parts) {
        double sum = 0;
        for (Source.Part part : parts) {
            if (!(facts.find(part.fact()).orElse(null) instanceof Fact.Number number)) {
                return null;
            }
            sum += part.times() * number.value();
        }
        return sum;
    }

    private Derived checklist(Source.Checklist list) {
        int yes = 0;
        int applicable = 0;
        for (String id : list.facts()) {
            if (!(facts.find(id).orElse(null) instanceof Fact.Answer answer)) {
                return Derived.missing("the question " + id + " was not answered");
            }
            applicable += answer.reply() == Fact.Reply.NOT_APPLICABLE ? 0 : 1;
            yes += answer.reply() == Fact.Reply.YES ? 1 : 0;
        }
        return applicable == 0
                ? new Derived(new Reading.Inapplicable("no question of its list applies"), Map.of())
                : Derived.exact(100.0 * yes / applicable, ENTERED);
    }

    private Derived demand(Source.DemandResponse source) {
        if (!(facts.find(source.fact()).orElse(null) instanceof Fact.Topics clauses)) {
            return Derived.missing("the topics with a clause were not entered");
        }
        Map<String, Integer> shares = shares(source);
        if (shares.isEmpty()) {
            return Derived.missing("the shares of " + source.item() + " were not released");
        }
        double last = shares.values().stream()
                .map(figures::value)
                .sorted(Comparator.reverseOrder())
                .skip(Math.min(source.top(), shares.size()) - 1L)
                .findFirst()
                .orElseThrow();
        // a topic that nobody named is no demand, even where fewer than five were named
        shares.values().removeIf(at -> figures.value(at) < last || figures.value(at) <= 0);
        double all = shares.values().stream().mapToDouble(figures::value).sum();
        if (!(all > 0)) {
            return new Derived(new Reading.Inapplicable("nobody named a demand"), Map.of());
        }
        double met = 0;
        for (var share : shares.entrySet()) {
            met += clauses.topics().contains(share.getKey()) ? figures.value(share.getValue()) : 0;
        }
        double rate = met / all;
        Map<Integer, Double> gradient = new LinkedHashMap<>();
        shares.forEach((topic, at) ->
                gradient.put(at, 100 * ((clauses.topics().contains(topic) ? 1 : 0) - rate) / all));
        return new Derived(new Reading.Known(100 * rate, source.survey()), gradient);
    }

    private Map<String, Integer> shares(Source.DemandResponse source) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        List<Figures.Key> keys = figures.keys();
        for (int i = 0; i < keys.size(); i++) {
            Figures.Key key = keys.get(i);
            if (key.survey().equals(source.survey())
                    && key.item().equals(source.item())
                    && key.statistic().equals("share")
                    && !key.category().isEmpty()
                    && !source.excluded().contains(key.category())) {
                shares.put(key.category(), i);
            }
        }
        return shares;
    }
}
