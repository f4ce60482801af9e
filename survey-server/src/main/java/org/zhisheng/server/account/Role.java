package org.zhisheng.server.account;

import java.util.Locale;

/** What a person is at an organization and everything beneath it. What each role may do stands in {@link RoleTable}. */
public enum Role {
    /** 平台管理员: keeps the platform running; reads no results. */
    PLATFORM_ADMINISTRATOR,
    /** 工会管理员: administers an organization's people and surveys. */
    UNION_ADMINISTRATOR,
    /** 工会经办人: prepares, launches and closes surveys of an organization. */
    UNION_OFFICER,
    /** 上级工会: reads what organizations beneath have released; never edits it. */
    HIGHER_UNION,
    /** 职工方协商代表: the worker-side team; the only reader of restricted items. */
    WORKER_TEAM,
    /** 第三方评估机构: reads releases of the organizations it is asked to evaluate, verifies their facts, signs scorecards. */
    EVALUATOR;

    /** Key of its name in the messages. */
    public String key() {
        return "account.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
