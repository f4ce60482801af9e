package org.zhisheng.server.round;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** At which level is bargained. */
@Serdeable
public enum Level {
    /** 企业: one employer. */
    ENTERPRISE,
    /** 行业: the employers of an industry in an area. */
    INDUSTRY,
    /** 区域: the employers of an area. */
    REGION;

    /** Key of its name in the messages. */
    public String key() {
        return "round.level." + name().toLowerCase(Locale.ROOT);
    }
}
