package org.zhisheng.server.round;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Which kind of contract is bargained for. */
@Serdeable
public enum Subject {
    /** 工资专项集体合同: pay. */
    WAGE,
    /** 综合集体合同: working conditions as a whole. */
    GENERAL,
    /** 其他专项集体合同: women's protection, safety and the like. */
    SPECIAL;

    /** Key of its name in the messages. */
    public String key() {
        return "round.subject." + name().toLowerCase(Locale.ROOT);
    }
}
