package org.zhisheng.analytics.disclosure;

/**
 * The finest group whose number of responses the public knows: one key stratum, or one answer of a demographic.
 *
 * @param name unique in its unit
 * @param headcount covered workers; -1 where it is not known
 * @param respondents valid responses
 */
public record Cell(String name, int headcount, int respondents) {
    public Cell {
        if (respondents < 0) {
            throw new IllegalArgumentException("cell " + name + " has " + respondents + " respondents");
        }
    }
}
