package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.Surveys;

/** Finds what an address puts to a worker. */
@Singleton
final class Forms {
    private final Surveys surveys;
    private final Questionnaires questionnaires;

    Forms(Surveys surveys, Questionnaires questionnaires) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
    }

    /**
     * The form of a survey. In poster mode whoever comes without a stratum is asked for it, also where every stratum has
     * its own poster: the short address can be typed. A credential tells the stratum by itself.
     *
     * @param code the survey's short code
     * @param stratum code of the stratum, or null
     * @throws ProblemException {@code not-found} where there is no such survey or stratum
     */
    Form find(String code, @Nullable String stratum) {
        Fielded survey = surveys.byCode(code);
        List<Item> items = new ArrayList<>(survey.manifest().items());
        items.removeIf(item -> item.code().equals(Item.STRATUM));
        if (survey.manifest().mode().isAdmitting()) {
            return new Form(survey, null, items);
        }
        if (stratum == null) {
            items.addFirst(stratumItem(survey.manifest()));
            return new Form(survey, null, items);
        }
        Stratum known =
                survey.manifest().frame().stratum(stratum).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return new Form(survey, known, items);
    }

    private Item stratumItem(Manifest manifest) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        manifest.frame().strata().forEach(s -> labels.put(s.code(), s.label()));
        return manifest.item(Item.STRATUM)
                .orElseGet(() -> questionnaires
                        .get(manifest.questionnaire(), manifest.questionnaireVersion())
                        .stratumItem(labels));
    }
}
