package org.zhisheng.analytics.disclosure;

/**
 * How many verdicts of an audit were reached in which way.
 *
 * @param closedForm by the closed form for exchangeable people
 * @param exchanges by two tables in whole people that give the same release
 * @param programs by linear programs
 */
public record AuditWork(long closedForm, long exchanges, long programs) {
    /** The work of two audits together. */
    AuditWork plus(AuditWork other) {
        return new AuditWork(closedForm + other.closedForm, exchanges + other.exchanges, programs + other.programs);
    }
}
