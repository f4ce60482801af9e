package org.zhisheng.server.report;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.zhisheng.server.comment.Comments;
import org.zhisheng.server.comment.ItemComments;
import org.zhisheng.server.comment.PublishedComments;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Fielded;

/** Turns released comments into what pages and documents lay out. */
@Singleton
final class CommentViews {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Comments comments;

    CommentViews(Comments comments) {
        this.comments = comments;
    }

    /** The comments that were released for an audience; empty where none were. */
    Optional<CommentView> of(Fielded survey, Audience audience, Language language) {
        Id id = survey.id();
        return comments.find(id, audience).map(released -> view(survey, released, language));
    }

    /** Whether the survey declared that it will release comments. */
    boolean areDeclared(Fielded survey) {
        return survey.manifest().rules().minimumComments() != null
                && survey.manifest().items().stream().anyMatch(item -> item.kind() == ItemKind.TEXT);
    }

    private static CommentView view(Fielded survey, PublishedComments released, Language language) {
        return new CommentView(
                released.items().stream().map(i -> item(survey, i, language)).toList(),
                released.releasedBy(),
                MOMENT.format(released.releasedAt()),
                released.fingerprint());
    }

    private static CommentView.ItemView item(Fielded survey, ItemComments item, Language language) {
        String question = survey.manifest()
                .item(item.item())
                .map(i -> i.question().in(language))
                .orElse(item.item());
        return new CommentView.ItemView(
                question, item.shown(), item.received(), item.withheld(), item.comments(), item.terms());
    }
}
