package org.zhisheng.server.organization;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a node of the union tree is. */
@Serdeable
public enum OrganizationKind {
    /** 全国总工会. */
    NATIONAL,
    /** 全国产业工会. */
    NATIONAL_INDUSTRY,
    /** 省级总工会. */
    PROVINCE,
    /** 市总工会. */
    CITY,
    /** 县区总工会. */
    COUNTY,
    /** 开发区、管委会工会: has no area code of its own. */
    ZONE,
    /** 产业系统、行业工会 within an area. */
    INDUSTRY,
    /** 集团公司、大企业工会 with enterprises beneath it. */
    GROUP,
    /** 中直、省直驻地单位工会. */
    DIRECT_UNIT,
    /** 企业工会. */
    ENTERPRISE;

    /** Key of its name in the messages. */
    public String key() {
        return "organization.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
