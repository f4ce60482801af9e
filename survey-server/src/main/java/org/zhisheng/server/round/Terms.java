package org.zhisheng.server.round;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a round is about and what questionnaires are filled with.
 *
 * @param agenda topic codes ({@code T01} … {@code T98}) on the agenda, most important first
 * @param contractTopics topic codes that the contract settles, largest demand first
 * @param clauses the contract's clauses in short, as workers are asked about them
 * @param proposal what the employer offered, as the mid-term pulse puts it; empty until there is one
 */
@Serdeable
public record Terms(List<String> agenda, List<String> contractTopics, List<String> clauses, String proposal) {
    /** Nothing known yet. */
    public static final Terms NONE = new Terms(List.of(), List.of(), List.of(), "");

    public Terms {
        agenda = List.copyOf(agenda);
        contractTopics = List.copyOf(contractTopics);
        clauses = List.copyOf(clauses);
    }
}
