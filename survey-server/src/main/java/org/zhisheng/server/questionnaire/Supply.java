package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;

/** What of the bargaining round an item of a definition is made from; without it the item is left out. */
@Serdeable
enum Supply {
    /** One item for each topic of the contract. */
    CONTRACT_TOPICS,
    /** One item for each clause that fell due. */
    CLAUSES,
    /** Its options are the topics on the agenda; at least two, or there is nothing to trade. */
    AGENDA,
    /** Its wording quotes the representatives' proposal. */
    PROPOSAL,
    /** Only once the contract has been in force for 60 days. */
    IN_FORCE_60_DAYS
}
