package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.AnswerCheck;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Checked;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/** Checks what a worker sent against what the frozen survey put to the worker, and has it counted. */
@Singleton
final class Intake {
    /** Field of the random id in forms and documents. */
    static final String TAG = "id";

    private final Entrance entrance;
    private final CastQueue queue;
    private final Inflow inflow;

    Intake(Entrance entrance, CastQueue queue, Inflow inflow) {
        this.entrance = entrance;
        this.queue = queue;
        this.inflow = inflow;
    }

    /**
     * Counts the answers, once for each proof.
     *
     * @param proof what the cast comes with; null where nothing came
     * @param entries what was entered, by item
     * @return whether they had been counted before
     * @throws ProblemException {@code credential-refused}, {@code invalid-input} with a fault for each item,
     *     {@code survey-not-open}, {@code survey-closed} or {@code too-many-requests}; nothing is then counted
     */
    Receipt take(Form form, @Nullable Proof proof, Map<String, List<String>> entries) {
        Fielded survey = form.survey();
        if (proof == null) {
            throw ProblemException.invalid(Fault.of(TAG, "response.fault.id"));
        }
        Admitted admitted = entrance.admit(survey.manifest(), proof);
        Cast cast = cast(form, admitted, entries);
        // A forged credential was refused before this; a random id anybody can make.
        if (!survey.manifest().mode().isAdmitting()) {
            inflow.admit(survey.id(), survey.frame().headcount());
        }
        return switch (queue.take(survey.manifest(), cast)) {
            case COUNTED -> new Receipt(true, false);
            case ALREADY_COUNTED -> new Receipt(true, true);
            case TOO_EARLY -> throw ProblemException.of(Problem.SURVEY_NOT_OPEN);
            case TOO_LATE -> throw ProblemException.of(Problem.SURVEY_CLOSED);
        };
    }

    private static Cast cast(Form form, Admitted admitted, Map<String, List<String>> entries) {
        Checked checked = new AnswerCheck(form.items()).check(new AnswerSheet(entries));
        if (!checked.faults().isEmpty()) {
            throw ProblemException.invalid(checked.faults());
        }
        Map<String, List<String>> answers = new LinkedHashMap<>(checked.kept().answers());
        List<String> picked = answers.remove(Item.STRATUM);
        if (answers.isEmpty()) {
            throw ProblemException.invalid(Fault.of(form.items().getFirst().code(), "response.fault.blank"));
        }
        String stratum = admitted.stratum() == null ? stratum(form, picked) : admitted.stratum();
        return new Cast(admitted.tag(), stratum, new AnswerSheet(answers));
    }

    /** The stratum of the poster or the one that was picked; null for "rather not say" and where it was left blank. */
    private static @Nullable String stratum(Form form, @Nullable List<String> picked) {
        if (form.stratum() != null) {
            return form.stratum().code();
        }
        return picked == null
                ? null
                : form.survey()
                        .manifest()
                        .frame()
                        .stratum(picked.getFirst())
                        .map(Stratum::code)
                        .orElse(null);
    }
}
