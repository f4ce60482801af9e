package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/** The end of a survey's rows as they came in: everything is rebuilt in random order, and the keys of before destroyed. */
@Singleton
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final ResponseStore store;
    private final SealedRows rows;
    private final CollectorKeys keys;
    private final Surveys surveys;
    private final Transactions transactions;
    private final SecureRandom random;

    Settlement(
            ResponseStore store,
            SealedRows rows,
            CollectorKeys keys,
            Surveys surveys,
            Transactions transactions,
            SecureRandom random) {
        this.store = store;
        this.rows = rows;
        this.keys = keys;
        this.surveys = surveys;
        this.transactions = transactions;
        this.random = random;
    }

    /**
     * Rebuilds, within the transaction that closes the survey. What was staged is mixed in; all of it is held in memory
     * meanwhile.
     *
     * @return how many responses there are; where they are fewer than the smallest group, none of them is kept
     */
    int settle(Manifest manifest) {
        List<Response> responses = new ArrayList<>();
        List<Said> texts = new ArrayList<>();
        Parts parts = new Parts(manifest);
        rows.forEachStaged(manifest, (id, staged) -> {
            responses.add(staged);
            texts.addAll(parts.texts(staged.answers()));
        });
        rows.forEach(manifest, Phase.MIXED, leaf -> responses.add(Response.of(leaf)));
        rows.forEachText(manifest, Phase.MIXED, texts::add);
        store.deleteAll(manifest.survey());
        if (responses.size() >= manifest.rules().minimumGroup()) {
            Collections.shuffle(responses, random);
            Collections.shuffle(texts, random);
            rows.insert(manifest, Phase.FINAL, responses);
            rows.insertTexts(manifest, Phase.FINAL, texts);
        }
        return responses.size();
    }

    /**
     * Destroys the keys of before the close, if the survey is over; to be called after that was committed, and again until
     * it succeeds. Of a cancelled survey nothing is kept at all; its rows are deleted first, so that whoever finds a key
     * without rows need not come back.
     */
    void destroyKeys(Id survey) {
        SurveyState state = state(survey);
        if (state == SurveyState.CANCELLED) {
            transactions.run(() -> store.deleteAll(survey));
            keys.destroy(survey, Phase.FINAL);
        }
        if (state == SurveyState.CLOSED || state == SurveyState.CANCELLED) {
            keys.destroy(survey, Phase.STAGING);
            keys.destroy(survey, Phase.MIXED);
        }
    }

    /** A survey that this database does not know may be another's that shares the key folder: its keys stay. */
    private SurveyState state(Id survey) {
        try {
            return surveys.summary(survey).state();
        } catch (ProblemException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                return SurveyState.LAUNCHED;
            }
            throw e;
        }
    }

    /** Destroys what is due, wherever a collector stopped before it had done so; a damaged survey does not hold up others. */
    void destroyDueKeys() {
        for (Phase phase : Phase.values()) {
            for (Id survey : keys.surveysWith(phase)) {
                try {
                    destroyKeys(survey);
                } catch (RuntimeException e) {
                    // Only the kind of failure: its message might quote a row.
                    LOG.error(
                            "keys of survey {} could not be destroyed: {}",
                            survey,
                            e.getClass().getSimpleName());
                }
            }
        }
    }
}
