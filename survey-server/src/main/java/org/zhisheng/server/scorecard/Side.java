package org.zhisheng.server.scorecard;

import io.micronaut.serde.annotation.Serdeable;

/** Whose entry it is. */
@Serdeable
public enum Side {
    /** 工会自评. */
    UNION,
    /** 独立评估. */
    EVALUATOR
}
