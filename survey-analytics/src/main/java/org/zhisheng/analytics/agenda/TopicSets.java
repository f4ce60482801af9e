package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.List;

/**
 * Choices between topics, one coefficient for each but the reference. Utilities exist only when every topic is preferred,
 * directly or through others, to every other (Ford 1957): otherwise one runs off to infinity.
 */
final class TopicSets {
    private final List<String> topics;
    private final int reference;
    private final List<ChoiceSet> sets = new ArrayList<>();
    private final boolean[][] preferred;

    TopicSets(List<String> topics, int reference) {
        if (reference < 0 || reference >= topics.size()) {
            throw new IllegalArgumentException("reference topic " + reference + " of " + topics.size());
        }
        this.topics = topics;
        this.reference = reference;
        this.preferred = new boolean[topics.size()][topics.size()];
    }

    /** The choice of a topic among several, by utility (sign 1) or by its opposite (sign −1). */
    void addChoice(int respondent, List<Integer> offered, int taken, int sign) {
        if (offered.size() > 1) {
            List<Attributes> alternatives = offered.stream()
                    .map(topic -> Attributes.single(coefficient(topic), sign))
                    .toList();
            sets.add(new ChoiceSet(respondent, alternatives, offered.indexOf(taken)));
            for (int other : offered) {
                preferred[sign > 0 ? taken : other][sign > 0 ? other : taken] = true;
            }
        }
    }

    void addPair(BestWorstTask task) {
        List<Attributes> alternatives = new ArrayList<>();
        int chosen = -1;
        for (int best : task.shown()) {
            for (int worst : task.shown()) {
                if (best != worst) {
                    chosen = best == task.best() && worst == task.worst() ? alternatives.size() : chosen;
                    alternatives.add(Attributes.difference(coefficient(best), coefficient(worst)));
                }
            }
        }
        sets.add(new ChoiceSet(task.respondent(), alternatives, chosen));
        for (int topic : task.shown()) {
            preferred[task.best()][topic] = true;
            preferred[topic][task.worst()] = true;
        }
    }

    private int coefficient(int topic) {
        return topic == reference ? -1 : topic < reference ? topic : topic - 1;
    }

    Choices choices(int respondents) {
        requireConnected(true);
        requireConnected(false);
        List<String> names = new ArrayList<>(topics);
        names.remove(reference);
        return new Choices(names, respondents, sets);
    }

    private void requireConnected(boolean downward) {
        boolean[] reached = new boolean[topics.size()];
        List<Integer> queue = new ArrayList<>(List.of(reference));
        reached[reference] = true;
        for (int next = 0; next < queue.size(); next++) {
            for (int other = 0; other < reached.length; other++) {
                int from = queue.get(next);
                if (!reached[other] && (downward ? preferred[from][other] : preferred[other][from])) {
                    reached[other] = true;
                    queue.add(other);
                }
            }
        }
        List<String> apart = new ArrayList<>();
        for (int topic = 0; topic < reached.length; topic++) {
            if (!reached[topic]) {
                apart.add(topics.get(topic));
            }
        }
        if (!apart.isEmpty()) {
            throw new IllegalArgumentException(
                    "topics " + apart + " are never preferred "
                            + (downward ? "less" : "more") + " than " + topics.get(reference)
                            + ", directly or through others: their utility has no finite estimate, leave them out or merge them");
        }
    }
}
