/**
 * What workers wrote, on its way to readers: a person looks at every comment of a closed survey, hides what could identify
 * somebody behind blocks, and releases what is left, once and for good. From ten comments on an item on; under that nobody
 * reads them, the redactor neither.
 *
 * <p>Nothing can be put into a worker's mouth: a redactor ticks words to hide, and has no field to type in. Decisions are
 * kept as places in the sealed text, never as its words, so that they die with it.
 */
@NullMarked
package org.zhisheng.server.comment;

import org.jspecify.annotations.NullMarked;
