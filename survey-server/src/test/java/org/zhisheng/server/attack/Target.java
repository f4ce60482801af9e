package org.zhisheng.server.attack;

/**
 * A response that the attacker can read and wants to give a name.
 *
 * @param worker whose it is: known to the test, which scores guesses by it, and not to the attacks
 * @param group as {@link Handle#group()}
 * @param key the response's key in the database
 */
record Target(int worker, String group, Key key) {}
