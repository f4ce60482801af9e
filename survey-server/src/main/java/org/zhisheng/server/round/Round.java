package org.zhisheng.server.round;

import org.zhisheng.server.kernel.Id;

/**
 * A bargaining round of an organization. Surveys are fielded in it.
 *
 * @param id its id
 * @param organization the union organization that bargains
 * @param name name shown to officers and workers
 * @param year calendar year the bargaining is for
 * @param level at which level is bargained
 * @param subject for which kind of contract
 * @param contract the days of the contract
 * @param terms topics, clauses and the proposal
 */
public record Round(
        Id id, Id organization, String name, int year, Level level, Subject subject, Contract contract, Terms terms) {}
