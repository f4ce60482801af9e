package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application reads the same files that the plain tests read. */
@MicronautTest
@Tag("server")
class QuestionnairesTest {
    @Inject
    Questionnaires questionnaires;

    @Test
    void applicationHasAllQuestionnaires() {
        assertEquals(hashes(Loaded.QUESTIONNAIRES), hashes(questionnaires));
        assertEquals(22, questionnaires.topics().size());
    }

    private static List<String> hashes(Questionnaires questionnaires) {
        return questionnaires.all().stream().map(q -> q.id() + " " + q.hash()).toList();
    }
}
