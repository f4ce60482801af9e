package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;

/** Surveys in preparation: what was typed is kept as one document. */
@Singleton
public final class Drafts {
    private final SurveyStore store;
    private final Json json;
    private final SecureRandom random;

    Drafts(SurveyStore store, Json json, SecureRandom random) {
        this.store = store;
        this.json = json;
        this.random = random;
    }

    /** Starts a draft in a round. */
    public Id start(Id round, SurveyDraft draft) {
        Id id = Id.random(random);
        store.save(SurveyStore.Row.draft(id, round, write(draft)));
        return id;
    }

    /** Replaces what was typed; the problem {@code wrong-state} where the survey is no draft any more. */
    public void save(Id id, SurveyDraft draft) {
        String written = write(draft);
        store.locked(id, row -> {
            Lifecycle.require(row.state(), SurveyAction.EDIT);
            store.saveDraft(id, written);
            return id;
        });
    }

    /** What was typed for the survey, also after its launch. */
    public SurveyDraft get(Id id) {
        SurveyStore.Row row = store.findById(id).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return json.read(row.draft().getBytes(StandardCharsets.UTF_8), SurveyDraft.class);
    }

    /** A mark of what is typed now: it differs as soon as anything of it does. */
    String mark(Id id) {
        return Signer.fingerprint(json.write(get(id)));
    }

    private String write(SurveyDraft draft) {
        return new String(json.write(draft), StandardCharsets.UTF_8);
    }
}
