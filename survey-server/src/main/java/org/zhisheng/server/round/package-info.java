/** A bargaining round of an organization and what surveys take from it: topics, contract, clauses, a proposal. */
@NullMarked
package org.zhisheng.server.round;

import org.jspecify.annotations.NullMarked;
