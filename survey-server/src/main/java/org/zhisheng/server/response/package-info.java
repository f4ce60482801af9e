/**
 * What was answered, and nothing about who, when or from where: the worker's pages, taking answers, and counting them.
 * Never sees account or ticket. Who wants the answers themselves asks {@link org.zhisheng.server.response.Responses},
 * which hands them out in the order of their random keys and without words that a worker wrote; those it hands out apart.
 *
 * <p>What is not yet kept from a thief of the database: the engine's own bookkeeping (InnoDB's transaction ids, H2's row
 * numbers) still tells in which order rows were written. Sealing, staging and mixing will take that away.
 */
@NullMarked
package org.zhisheng.server.response;

import org.jspecify.annotations.NullMarked;
