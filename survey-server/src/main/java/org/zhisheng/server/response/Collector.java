package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.response.ResponseStore.SpentException;
import org.zhisheng.server.survey.Surveys;

/**
 * Takes casts: each is counted once, and durably, before anybody is thanked. It takes batches, so that casts that arrive
 * together can share a transaction.
 */
@Singleton
final class Collector {
    private final ResponseStore store;
    private final Surveys surveys;
    private final Transactions transactions;
    private final Json json;
    private final SecureRandom random;

    Collector(ResponseStore store, Surveys surveys, Transactions transactions, Json json, SecureRandom random) {
        this.store = store;
        this.surveys = surveys;
        this.transactions = transactions;
        this.json = json;
        this.random = random;
    }

    /**
     * Counts the casts of a survey in one transaction that holds the survey's row, so that it cannot close in between.
     * Where one of them had been counted before, they are taken one by one. Tags are sorted, so that two batches never
     * wait for each other.
     *
     * @param texts codes of the items whose answers are free texts
     * @return what became of each cast, in their order
     * @throws ProblemException {@code survey-not-open} or {@code survey-closed} where a cast is new and comes too early
     *     or too late
     */
    List<Outcome> collect(Id survey, Set<String> texts, List<Cast> casts) {
        try {
            write(survey, texts, casts);
            return casts.stream().map(c -> Outcome.COUNTED).toList();
        } catch (SpentException e) {
            return casts.stream().map(c -> collectOne(survey, texts, c)).toList();
        } catch (ProblemException e) {
            return alreadyCounted(survey, casts, e);
        }
    }

    private Outcome collectOne(Id survey, Set<String> texts, Cast cast) {
        try {
            write(survey, texts, List.of(cast));
            return Outcome.COUNTED;
        } catch (SpentException e) {
            return Outcome.ALREADY_COUNTED;
        }
    }

    /** After the close, a cast whose first answer was lost is still told that it counts; a new one is refused. */
    private List<Outcome> alreadyCounted(Id survey, List<Cast> casts, ProblemException refusal) {
        if (!casts.stream().allMatch(c -> store.isSpent(survey, c.tag()))) {
            throw refusal;
        }
        return casts.stream().map(c -> Outcome.ALREADY_COUNTED).toList();
    }

    private void write(Id survey, Set<String> texts, List<Cast> casts) {
        List<ResponseStore.Row> rows = new ArrayList<>();
        List<ResponseStore.Words> words = new ArrayList<>();
        for (Cast cast : casts) {
            Map<String, List<String>> chosen =
                    new LinkedHashMap<>(cast.answers().answers());
            texts.forEach(item -> chosen.getOrDefault(item, List.of())
                    .forEach(said -> words.add(new ResponseStore.Words(Id.random(random), item, said))));
            chosen.keySet().removeAll(texts);
            String answers = new String(json.write(new AnswerSheet(chosen)), StandardCharsets.UTF_8);
            rows.add(new ResponseStore.Row(Id.random(random), cast.stratum(), answers));
        }
        rows.sort(Comparator.comparing(ResponseStore.Row::id));
        words.sort(Comparator.comparing(ResponseStore.Words::id));
        List<Id> tags = casts.stream().map(Cast::tag).sorted().collect(Collectors.toList());
        transactions.run(() -> {
            surveys.lockOpen(survey);
            store.spend(survey, tags);
            store.insert(survey, rows);
            store.insertWords(survey, words);
        });
    }
}
