package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.SurveyState;
import org.zhisheng.server.survey.Surveys;

/**
 * The counted responses, for whoever estimates, protects and proves them. While a survey runs they are counted and never
 * read; what workers wrote is read for redaction alone.
 */
@Singleton
public final class Responses {
    /** Key of {@link #countByStratum} for those who would rather not say their stratum. */
    public static final String NO_STRATUM = "";

    private final ResponseStore store;
    private final SealedRows rows;
    private final Settlement settlement;
    private final CollectorKeys keys;
    private final Surveys surveys;
    private final Transactions transactions;

    Responses(
            ResponseStore store,
            SealedRows rows,
            Settlement settlement,
            CollectorKeys keys,
            Surveys surveys,
            Transactions transactions) {
        this.store = store;
        this.rows = rows;
        this.settlement = settlement;
        this.keys = keys;
        this.surveys = surveys;
        this.transactions = transactions;
    }

    /** How many responses the survey has, mixed or not. */
    public int count(Id survey) {
        return countByStratum(survey).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many responses each stratum has, by its code; strata without any are absent. */
    public Map<String, Integer> countByStratum(Id survey) {
        return store.countByStratum(survey);
    }

    /** How many free texts each item of a closed survey has, by its code; items without any are absent. */
    public Map<String, Integer> countTexts(Id survey) {
        return store.countWords(survey);
    }

    /** The tags of all counted casts, in their own order, which is none of time. */
    public List<Tag> tags(Id survey) {
        return store.tags(survey);
    }

    /**
     * Rebuilds the tables of a survey in random order, within the transaction that closes it and after its state was
     * changed, so that nobody casts any more. Afterwards, committed or not, {@link #destroyKeys} is to be called.
     *
     * @return how many responses were counted; where they are fewer than the smallest group, none of them is kept
     * @throws IllegalStateException where the survey is not closed
     */
    public int settle(Id survey) {
        return settlement.settle(closed(survey));
    }

    /** Destroys the keys under which the answers of a survey lay before it closed; does nothing while it runs. */
    public void destroyKeys(Id survey) {
        settlement.destroyKeys(survey);
    }

    /**
     * Hands out every response of a closed survey, in the order of their random ids, one at a time and within a read
     * transaction: read, tally, and keep nothing.
     *
     * @throws IllegalStateException where the survey is not closed, or its key was destroyed
     */
    public void forEach(Id survey, Consumer<Response> reader) {
        forEachLeaf(survey, leaf -> reader.accept(Response.of(leaf)));
    }

    /** As {@link #forEach}, with the salts and with restricted answers apart. */
    public void forEachLeaf(Id survey, Consumer<Leaf> reader) {
        rows.forEach(closed(survey), Phase.FINAL, reader);
    }

    /**
     * Hands out every free text of a closed survey, in the order of their random ids: for redaction by a person, who is the
     * only one to see them as they were typed.
     *
     * @throws IllegalStateException where the survey is not closed, or its key was destroyed
     */
    public void forEachText(Id survey, Consumer<FreeText> reader) {
        rows.forEachFinalText(closed(survey), reader);
    }

    /**
     * Destroys the responses of a survey that is over and the key that sealed them; spent tags, which are public, stay. May
     * be repeated.
     *
     * @return how many rows were deleted, free texts included
     * @throws IllegalStateException where the survey is not over
     */
    public int destroy(Id survey) {
        closed(survey);
        int deleted = transactions.write(() -> store.deleteAll(survey));
        settlement.destroyKeys(survey);
        keys.destroy(survey, Phase.FINAL);
        return deleted;
    }

    private Manifest closed(Id survey) {
        Fielded fielded = surveys.get(survey);
        if (fielded.state() != SurveyState.CLOSED) {
            throw new IllegalStateException("the answers of a survey are read after its close only");
        }
        return fielded.manifest();
    }
}
