package org.zhisheng.analytics.disclosure;

import java.util.List;

/**
 * What was tried before a release was found to expose nobody.
 *
 * @param patterns patterns of shown groups that were audited
 * @param exact whether no pattern that passes shows more groups
 * @param refused what the refused ones would have exposed, in words, the first of each
 * @param blocks weighting blocks
 * @param work how the verdicts were reached
 */
public record AuditReport(int patterns, boolean exact, List<String> refused, int blocks, AuditWork work) {
    public AuditReport {
        refused = List.copyOf(refused);
    }
}
