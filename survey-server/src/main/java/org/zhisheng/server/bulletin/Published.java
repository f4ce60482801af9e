package org.zhisheng.server.bulletin;

import org.zhisheng.server.survey.Seal;

/**
 * A publication as it is served.
 *
 * @param publication what it says
 * @param bytes its exact bytes as they were signed
 * @param seal what proves them
 */
public record Published(Publication publication, byte[] bytes, Seal seal) {}
