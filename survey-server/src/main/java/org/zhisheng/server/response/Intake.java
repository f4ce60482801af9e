package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.AnswerCheck;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Checked;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Stratum;

/** Checks what a worker sent against what the frozen survey put to the worker, and has it counted. */
@Singleton
final class Intake {
    /** Field of the random id in forms and documents. */
    static final String TAG = "id";

    private final Collector collector;
    private final Inflow inflow;

    Intake(Collector collector, Inflow inflow) {
        this.collector = collector;
        this.inflow = inflow;
    }

    /**
     * Counts the answers, once for each tag.
     *
     * @param tag the random id of the cast; null where none came
     * @param entries what was entered, by item
     * @throws ProblemException {@code invalid-input} with a fault for each item, {@code survey-not-open},
     *     {@code survey-closed} or {@code too-many-requests}; nothing is then counted
     */
    Outcome take(Form form, @Nullable Id tag, Map<String, List<String>> entries) {
        if (tag == null) {
            throw ProblemException.invalid(Fault.of(TAG, "response.fault.id"));
        }
        Checked checked = new AnswerCheck(form.items()).check(new AnswerSheet(entries));
        if (!checked.faults().isEmpty()) {
            throw ProblemException.invalid(checked.faults());
        }
        Map<String, List<String>> answers = new LinkedHashMap<>(checked.kept().answers());
        String stratum = stratum(form, answers.remove(Item.STRATUM));
        if (answers.isEmpty()) {
            throw ProblemException.invalid(Fault.of(form.items().getFirst().code(), "response.fault.blank"));
        }
        inflow.admit(form.survey().id(), form.survey().frame().headcount());
        Cast cast = new Cast(tag, stratum, new AnswerSheet(answers));
        return collector.collect(form.survey().id(), texts(form), List.of(cast)).getFirst();
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

    private static Set<String> texts(Form form) {
        return form.items().stream()
                .filter(item -> item.kind() == ItemKind.TEXT)
                .map(Item::code)
                .collect(Collectors.toSet());
    }
}
