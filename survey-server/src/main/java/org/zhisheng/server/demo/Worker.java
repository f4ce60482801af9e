package org.zhisheng.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Missing;
import org.zhisheng.server.questionnaire.Option;

/**
 * One made-up worker, who answers item after item. All ratings of a worker share a mood, drawn around that of the
 * stratum, so that answers correlate as real ones do; a rating is that mood, the item's own shift and chance, cut at
 * fixed points.
 */
final class Worker {
    private static final double MOOD_SPREAD = 0.75;
    private static final double RATING_NOISE = 0.65;

    /** Where a rating's scale is cut, best option first; for five options. */
    private static final double[] CUTS = {0.85, -0.15, -0.95, -1.65};

    private final Temper temper;
    private final Habits habits;
    private final Random random;
    private final double mood;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    Worker(Temper temper, Habits habits, Random random) {
        this.temper = temper;
        this.habits = habits;
        this.random = random;
        this.mood = temper.mood() + MOOD_SPREAD * random.nextGaussian();
    }

    /** The worker's answers to the items: entries by item code, nothing for an item not asked or left blank. */
    Map<String, List<String>> answer(List<Item> items) {
        for (Item item : items) {
            boolean asked = item.askWhen().stream().allMatch(c -> c.holds(chosen(c.item())));
            if (asked && random.nextDouble() >= habits.blank()) {
                List<String> entries = switch (item.kind()) {
                    case SINGLE -> single(item);
                    case MULTIPLE -> several(item);
                    case RANKED -> ranked(item);
                    case TEXT -> text(item);
                };
                if (!entries.isEmpty()) {
                    answers.put(item.code(), entries);
                }
            }
        }
        return answers;
    }

    private List<String> chosen(String item) {
        return answers.getOrDefault(item, List.of());
    }

    private List<String> single(Item item) {
        List<Option> sure =
                item.options().stream().filter(o -> o.missing() == null).toList();
        boolean isWeighted = habits.weights().containsKey(item.code());
        boolean mayNotKnow = sure.size() < item.options().size();
        if (!isWeighted && mayNotKnow && random.nextDouble() < habits.unsure()) {
            return item.options().stream()
                    .filter(o -> o.missing() == Missing.DONT_KNOW)
                    .map(Option::code)
                    .limit(1)
                    .toList();
        }
        boolean isRating = sure.size() == CUTS.length + 1 && sure.stream().allMatch(o -> o.points() != null);
        return List.of(isRating ? rating(item, sure) : drawn(weights(item, isWeighted ? item.options() : sure)));
    }

    private String rating(Item item, List<Option> bestFirst) {
        double value = mood + habits.moods().getOrDefault(item.code(), 0.0) + RATING_NOISE * random.nextGaussian();
        int at = 0;
        while (at < CUTS.length && value < CUTS[at]) {
            at++;
        }
        return bestFirst.get(at).code();
    }

    private List<String> several(Item item) {
        Map<String, Double> left = weights(item, item.options());
        int wanted = 1 + random.nextInt(item.max());
        List<String> taken = new ArrayList<>();
        while (taken.size() < wanted && !left.isEmpty()) {
            String code = drawn(left);
            left.remove(code);
            Option option = item.option(code);
            boolean alone = option != null && (option.exclusive() || option.missing() != null);
            if (alone && taken.isEmpty()) {
                return List.of(code);
            }
            if (!alone) {
                taken.add(code);
            }
        }
        return taken;
    }

    private List<String> ranked(Item item) {
        List<String> offered = item.optionsFrom() == null
                ? item.options().stream().map(Option::code).toList()
                : chosen(item.optionsFrom());
        Map<String, Double> left = new LinkedHashMap<>();
        offered.forEach(code ->
                left.put(code, weight(item.optionsFrom() == null ? item.code() : item.optionsFrom(), code)));
        List<String> order = new ArrayList<>();
        while (order.size() < item.max() && !left.isEmpty()) {
            String code = drawn(left);
            left.remove(code);
            order.add(code);
        }
        return order;
    }

    private List<String> text(Item item) {
        Habits.Texts texts = habits.texts().get(item.code());
        return texts == null || random.nextDouble() >= texts.share()
                ? List.of()
                : List.of(texts.words().get(random.nextInt(texts.words().size())));
    }

    /** The options' weights in their order, with what the stratum and the worker's mood make of them. */
    private Map<String, Double> weights(Item item, List<Option> options) {
        double lean = habits.leans().getOrDefault(item.code(), 0.0);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < options.size(); i++) {
            String code = options.get(i).code();
            weights.put(code, weight(item.code(), code) * Math.exp(-lean * mood * i));
        }
        weights.values().removeIf(w -> w <= 0);
        return weights;
    }

    private double weight(String item, String option) {
        Map<String, Double> given = habits.weights().get(item);
        double weight = given == null ? 1 : given.getOrDefault(option, 0.0);
        return weight * temper.factor(item, option);
    }

    private String drawn(Map<String, Double> weights) {
        double at = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        String last = "";
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            at -= entry.getValue();
            if (at < 0) {
                break;
            }
        }
        return last;
    }
}
