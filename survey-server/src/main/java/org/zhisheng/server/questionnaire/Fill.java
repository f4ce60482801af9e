package org.zhisheng.server.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Text;

/**
 * What a bargaining round and its frame fill into a questionnaire.
 *
 * @param agendaTopics codes of the topics on the agenda, in its order
 * @param contractTopics codes of the contract's topics, largest demand share first; a core questionnaire asks the first
 *     six, and {@link Topic#OTHER} is never asked
 * @param clauses clauses to ask about, most important first; at most eight are asked
 * @param proposal the adjustment that the representatives propose, or null
 * @param inForce60Days whether the contract will have been in force for 60 days when the survey opens
 * @param demographics codes of the demographics to ask; see {@link Questionnaire#defaultDemographics}
 */
public record Fill(
        List<String> agendaTopics,
        List<String> contractTopics,
        List<Clause> clauses,
        @Nullable Text proposal,
        boolean inForce60Days,
        List<String> demographics) {
    /** Nothing to fill in: a first demand survey without demographics. */
    public static final Fill EMPTY = new Fill(List.of(), List.of(), List.of(), null, false, List.of());

    public Fill {
        agendaTopics = List.copyOf(agendaTopics);
        contractTopics = List.copyOf(contractTopics);
        clauses = List.copyOf(clauses);
        demographics = List.copyOf(demographics);
    }
}
