package org.zhisheng.server.response;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.credential.Tag;

/**
 * What a proof admits to.
 *
 * @param tag what is spent
 * @param stratum code of the stratum that the credential's key stands for; null in poster mode
 */
record Admitted(Tag tag, @Nullable String stratum) {}
