package org.zhisheng.server.organization;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Whose an enterprise is: the registration types that the notice's targets and an evaluation's filters distinguish. */
@Serdeable
public enum Ownership {
    /** 国有及国有控股. */
    STATE,
    /** 集体. */
    COLLECTIVE,
    /** 私营. */
    PRIVATE,
    /** 港澳台投资. */
    HMT,
    /** 外商投资. */
    FOREIGN,
    /** 其他. */
    OTHER;

    /** Key of its name in the messages. */
    public String key() {
        return "organization.ownership." + name().toLowerCase(Locale.ROOT);
    }
}
