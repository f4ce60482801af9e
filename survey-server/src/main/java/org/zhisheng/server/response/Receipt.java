package org.zhisheng.server.response;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Tells a client that its answers are counted. It carries nothing that would let anybody find them again.
 *
 * @param counted always true; a client retries until it reads this, and so is not fooled by what something in between says
 * @param before whether they had been counted before: the same cast was sent again
 */
@Serdeable
record Receipt(boolean counted, boolean before) {}
