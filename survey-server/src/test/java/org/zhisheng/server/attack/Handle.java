package org.zhisheng.server.attack;

/**
 * Something known of a worker by name: the tag on a receipt, or the ticket that was handed out.
 *
 * @param worker number of the worker
 * @param group the responses among which the worker's own must be, as far as the promise goes: the stratum, and while
 *     the survey is open the batch
 * @param key what is looked for in the loot
 */
record Handle(int worker, String group, Key key) {}
