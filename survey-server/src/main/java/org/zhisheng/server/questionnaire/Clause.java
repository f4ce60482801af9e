package org.zhisheng.server.questionnaire;

import org.zhisheng.server.kernel.Text;

/**
 * A clause of the contract, as a worker is asked whether it was kept.
 *
 * @param code its code in the round's clause register
 * @param wording what it promises, in a line
 */
public record Clause(String code, Text wording) {}
