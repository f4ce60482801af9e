package org.zhisheng.server.attack;

import java.util.List;

/**
 * One kind of thing that the attacker holds against the responses that can be read.
 *
 * @param kind what is held: tickets, receipts, staged rows …
 * @param handles what is known of workers by name
 * @param targets the readable responses, grouped as the handles are
 */
record Clue(String kind, List<Handle> handles, List<Target> targets) {}
