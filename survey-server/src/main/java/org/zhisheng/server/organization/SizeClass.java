package org.zhisheng.server.organization;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How large an enterprise is, in the four classes of the national statistics (统计上大中小微型企业划分办法). */
@Serdeable
public enum SizeClass {
    LARGE,
    MEDIUM,
    SMALL,
    MICRO;

    /** Key of its name in the messages. */
    public String key() {
        return "organization.size." + name().toLowerCase(Locale.ROOT);
    }
}
