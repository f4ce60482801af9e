/**
 * What a thief of everything that is stored could do: traces of known keys in stolen files, guesses made of them, and how
 * much better than chance the guesses are. Each attack is also run against a design that is known to be weak, so that a
 * quiet result means something. Beside it, canaries: marked strings that are sent in and must lie nowhere in clear.
 */
@NullMarked
package org.zhisheng.server.attack;

import org.jspecify.annotations.NullMarked;
