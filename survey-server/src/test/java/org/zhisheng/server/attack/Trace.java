package org.zhisheng.server.attack;

import java.util.Map;

/**
 * What one source says of the keys that it holds: where they stand in a file, which transaction wrote them, which row
 * number they have. Keys that it does not hold are absent.
 *
 * @param source what was looked at: a file, a file's transaction ids, a table's row numbers
 * @param seen for each key the numbers, in rising order
 */
record Trace(String source, Map<Key, long[]> seen) {}
