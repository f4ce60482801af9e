package org.zhisheng.server.account;

import org.zhisheng.server.kernel.Id;

/**
 * A role that somebody holds at an organization and everything beneath it.
 *
 * @param role the role
 * @param organization where it holds
 */
public record Grant(Role role, Id organization) {}
