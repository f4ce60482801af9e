package org.zhisheng.analytics.agenda;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.analytics.data.Estimate;

/**
 * A topic's estimate and its place by the point estimate.
 *
 * @param topic its name
 * @param estimate share, mean points or score
 * @param rank 1 plus the number of topics with a larger estimate; equal ones share a rank
 */
public record RankedEstimate(String topic, Estimate estimate, int rank) {
    static List<RankedEstimate> of(List<String> topics, List<Estimate> estimates) {
        List<Ranking> ranks = Ranks.byScore(
                topics, estimates.stream().mapToDouble(Estimate::value).toArray());
        List<RankedEstimate> ranked = new ArrayList<>();
        for (int topic = 0; topic < topics.size(); topic++) {
            ranked.add(new RankedEstimate(
                    topics.get(topic), estimates.get(topic), ranks.get(topic).rank()));
        }
        return ranked;
    }
}
