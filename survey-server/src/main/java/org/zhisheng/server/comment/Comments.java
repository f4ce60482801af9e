package org.zhisheng.server.comment;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhisheng.analytics.text.KeyTerms;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Transactions;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Surveys;

/** Releases comments, once a survey and audience, and hands out what was released. */
@Singleton
public final class Comments {
    private final Surveys surveys;
    private final CommentQueue queue;
    private final CommentStore store;
    private final Json json;
    private final Transactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    Comments(
            Surveys surveys,
            CommentQueue queue,
            CommentStore store,
            Json json,
            Transactions transactions,
            SecureRandom random,
            Clock clock) {
        this.surveys = surveys;
        this.queue = queue;
        this.store = store;
        this.json = json;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /** What was released of a survey's comments for an audience. */
    public Optional<PublishedComments> find(Id survey, Audience audience) {
        return store.find(survey, audience).map(row -> {
            byte[] content = row.content().getBytes(StandardCharsets.UTF_8);
            if (!sha256(content).equals(row.fingerprint())) {
                throw new IllegalStateException(
                        "stored comments are not the ones that were released: " + row.fingerprint());
            }
            return new PublishedComments(
                    json.read(content, CommentDocument.class).items(),
                    row.content(),
                    row.fingerprint(),
                    row.by(),
                    row.at());
        });
    }

    /**
     * Releases the comments for an audience, for good. The decisions are forgotten.
     *
     * @param by name of who answers for the redaction
     * @throws ProblemException {@code wrong-state} where the survey declared none, too few came, or they are out already, {@code
     *     comments-unread} where a comment was not looked at
     */
    void release(Id survey, Audience audience, String by) {
        transactions.run(() -> {
            Fielded fielded = surveys.get(survey);
            int minimum = CommentItems.minimum(fielded);
            if (store.find(survey, audience).isPresent()) {
                throw ProblemException.of(Problem.WRONG_STATE);
            }
            List<Id> done = new ArrayList<>();
            List<ItemComments> items = new ArrayList<>();
            for (Item item : CommentItems.of(fielded, audience)) {
                List<Entry> entries = queue.of(survey, item.code(), minimum);
                entries.forEach(entry -> done.addAll(entry.texts()));
                items.add(comments(item.code(), entries, minimum));
            }
            if (done.isEmpty()) {
                throw ProblemException.of(Problem.WRONG_STATE);
            }
            CommentDocument document = new CommentDocument(
                    CommentDocument.FORMAT, fielded.manifest().code(), fielded.fingerprint(), audience, minimum, items);
            byte[] content = json.write(document);
            store.release(
                    survey,
                    audience,
                    new CommentStore.Released(
                            new String(content, StandardCharsets.UTF_8),
                            sha256(content),
                            by,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            store.forget(survey, done);
        });
    }

    /** Forgets what was decided about texts that were never released; to be done when the texts themselves go. */
    public void forgetDecisions(Id survey) {
        store.forget(survey);
    }

    private ItemComments comments(String item, List<Entry> entries, int minimum) {
        Map<String, Integer> shown = new LinkedHashMap<>();
        int received = 0;
        int withheld = 0;
        for (Entry entry : entries) {
            Decision decision = entry.decision();
            if (decision == null) {
                throw ProblemException.of(Problem.COMMENTS_UNREAD);
            }
            received += entry.texts().size();
            if (decision.shown()) {
                shown.merge(entry.redacted().strip(), entry.texts().size(), Integer::sum);
            } else {
                withheld += entry.texts().size();
            }
        }
        return received - withheld < minimum
                ? ItemComments.tooFew(item)
                : new ItemComments(item, true, received, withheld, shuffled(shown), terms(shown, minimum));
    }

    private List<ReleasedComment> shuffled(Map<String, Integer> shown) {
        List<ReleasedComment> comments = new ArrayList<>();
        shown.forEach((text, times) -> comments.add(new ReleasedComment(text, times)));
        Collections.shuffle(comments, random);
        return comments;
    }

    private static List<CommentTerm> terms(Map<String, Integer> shown, int minimum) {
        List<String> each = new ArrayList<>();
        shown.forEach((text, times) -> each.addAll(Collections.nCopies(times, text)));
        return KeyTerms.of(each, minimum).stream()
                .map(t -> new CommentTerm(t.term(), t.comments()))
                .toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
