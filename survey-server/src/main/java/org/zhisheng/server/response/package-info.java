/**
 * What was answered, and nothing about who, when or from where: the collector. Never sees account or ticket.
 *
 * <pre>
 * cast ─► entrance (credential or id) ─► check ─► queue ─► spent_tag + staged_response   sealed under "staging"
 *                                              mixing job ─► response, response_text     resealed under "mixed"
 *                                                   close ─► both, in random order       resealed under "final"
 * </pre>
 *
 * Each step is one transaction that holds the survey's row, so that casting, mixing and closing never overlap, on however
 * many collectors. The tag of a cast and its answers share their transaction and nothing else; the answers move on under
 * new random ids and keys, twice, and after the close the earlier keys are destroyed. What the database engine still holds
 * of earlier rows, with its own bookkeeping of order (InnoDB's transaction ids, H2's row numbers), is then unreadable.
 * While a survey runs, a thief of the database and of the key of mixed responses, who knows the order of arrival too, can pair
 * at best within batches. One who has the staging key as well opens what is staged, and pairs it by its transactions. So
 * each mixing makes a new staging key, seals anew what has to wait, and the next run destroys the old key: rows that were
 * mixed and deleted before cannot be opened even by him.
 *
 * <p>Responses are read after the close alone, through {@link org.zhisheng.server.response.Responses}; what workers wrote
 * is handed out apart.
 */
@NullMarked
@Configuration
@Requires(property = "zhisheng.role", notEquals = "issuer")
package org.zhisheng.server.response;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
