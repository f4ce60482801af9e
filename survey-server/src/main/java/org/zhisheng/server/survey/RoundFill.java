package org.zhisheng.server.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Clause;
import org.zhisheng.server.questionnaire.Fill;
import org.zhisheng.server.questionnaire.Questionnaire;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.round.Terms;

/** What a round fills into a questionnaire, and what it does not yet know. */
final class RoundFill {
    private static final int DAYS_IN_FORCE = 60;

    private RoundFill() {}

    /**
     * The fill of a round.
     *
     * @param opens when the survey opens: by then the contract must have been in force for 60 days to be asked about
     * @param demographics codes of the demographics to ask
     */
    static Fill of(Round round, Instant opens, List<String> demographics) {
        Terms terms = round.terms();
        String proposal = terms.proposal().strip();
        return new Fill(
                terms.agenda(),
                terms.contractTopics(),
                IntStream.range(0, terms.clauses().size())
                        .mapToObj(i -> new Clause(
                                "C" + (i + 1), Text.same(terms.clauses().get(i))))
                        .toList(),
                proposal.isEmpty() ? null : Text.same(proposal),
                inForceLongEnough(round, opens),
                demographics);
    }

    /** Questions that stay away because the round does not know what they ask about. */
    static List<Notice> missing(Round round, Questionnaire questionnaire, Instant opens) {
        Terms terms = round.terms();
        List<Notice> missing = new ArrayList<>();
        switch (questionnaire.id()) {
            case "mid-pulse" -> {
                if (terms.proposal().isBlank()) {
                    missing.add(Notice.of("survey.check.no-proposal"));
                }
                if (terms.agenda().size() < 2) {
                    missing.add(Notice.of("survey.check.no-agenda"));
                }
            }
            case "post-evaluation" -> {
                if (terms.contractTopics().isEmpty()) {
                    missing.add(Notice.of("survey.check.no-contract-topics"));
                }
                if (!inForceLongEnough(round, opens)) {
                    missing.add(Notice.of("survey.check.not-in-force"));
                }
            }
            case "annual-check" -> {
                if (terms.clauses().isEmpty()) {
                    missing.add(Notice.of("survey.check.no-clauses"));
                }
            }
            default -> {}
        }
        return missing;
    }

    private static boolean inForceLongEnough(Round round, Instant opens) {
        LocalDate since = round.contract().inForceSince();
        return since != null && !ChinaTime.day(opens).isBefore(since.plusDays(DAYS_IN_FORCE));
    }
}
