package org.zhisheng.server.organization;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a node of the union tree is. */
@Serdeable
public enum OrganizationKind {
    NATIONAL,
    NATIONAL_INDUSTRY,
    PROVINCE,
    CITY,
    COUNTY,
    ZONE,
    INDUSTRY,
    GROUP,
    ENTERPRISE;

    /** Key of its name in the messages. */
    public String key() {
        return "organization.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
