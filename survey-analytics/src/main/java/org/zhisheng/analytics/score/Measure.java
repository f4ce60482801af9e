package org.zhisheng.analytics.score;

import java.util.List;

/** A quantity that carries no weight and that caps look at, such as the satisfaction rate. */
public record Measure(String id, Range range, List<Source> sources) {
    public Measure {
        sources = List.copyOf(sources);
    }
}
