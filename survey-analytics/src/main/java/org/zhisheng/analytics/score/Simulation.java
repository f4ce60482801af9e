package org.zhisheng.analytics.score;

/**
 * How draws are made. The same seed gives the same result on every machine.
 *
 * @param level of intervals, between 0 and 1
 */
public record Simulation(int draws, long seed, double level) {
    /** 10,000 draws for intervals of 95 %. */
    public static final Simulation DEFAULT = new Simulation(10_000, 20_140_430, 0.95);

    public Simulation {
        if (draws < 100 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a simulation needs at least 100 draws and a level between 0 and 1, not "
                    + draws + " and " + level);
        }
    }
}
