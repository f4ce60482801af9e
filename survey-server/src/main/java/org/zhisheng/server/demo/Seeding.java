package org.zhisheng.server.demo;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.Results;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.SurveyState;

/**
 * Lets the made-up workers of a scene answer while the server runs, then closes what the scene shows closed. Interrupted
 * by a stop, it goes on at the next start: who has answered is not counted again.
 */
@Singleton
final class Seeding {
    private final Stage stage;
    private final Responses responses;
    private final CastBody casts;
    private final Results results;
    private final Messages messages;
    private volatile @Nullable Thread thread;

    Seeding(Stage stage, Responses responses, CastBody casts, Results results, Messages messages) {
        this.stage = stage;
        this.responses = responses;
        this.casts = casts;
        this.results = results;
        this.messages = messages;
    }

    /** A crowd that has not answered yet, and whether its survey is to be closed then. */
    private record Work(Crowd crowd, Fielded survey, boolean closed) {}

    /** Begins in the background where there is anything to do, and gives back the thread. */
    Optional<Thread> begin(List<Scene.Survey> surveys, URI server, PrintStream terminal) {
        List<Work> work = new ArrayList<>();
        for (Scene.Survey survey : surveys) {
            stage.find(survey)
                    .filter(fielded -> fielded.state() == SurveyState.LAUNCHED)
                    .map(fielded -> new Work(new Crowd(survey, fielded), fielded, survey.closed()))
                    .filter(this::isUnfinished)
                    .ifPresent(work::add);
        }
        if (work.isEmpty()) {
            return Optional.empty();
        }
        Thread started = Thread.ofVirtual().name("demo").unstarted(() -> run(work, server, new ProgressLine(terminal)));
        thread = started;
        started.start();
        return Optional.of(started);
    }

    /** A survey that stays open is finished when there are as many responses as made-up workers. */
    private boolean isUnfinished(Work work) {
        return work.closed()
                || responses.count(work.survey().id()) < work.crowd().size();
    }

    private void run(List<Work> work, URI server, ProgressLine line) {
        int all = work.stream().mapToInt(w -> w.crowd().size()).sum();
        int before = 0;
        try (PhoneClient phone = new PhoneClient(server, casts)) {
            for (Work next : work) {
                int base = before;
                next.crowd().answer(phone, done -> line.show(say("startup.demo.progress", base + done, all)));
                if (next.closed()) {
                    results.close(next.survey().id(), Stage.STAGEHAND);
                }
                before += next.crowd().size();
            }
            line.end(say("startup.demo.done", all));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ProblemException e) {
            if (thread != null) {
                line.end(say("startup.demo.failed", String.valueOf(e.getMessage())));
            }
        }
    }

    private String say(String key, Object... arguments) {
        return messages.say(Language.CHINESE, key, List.of(arguments)) + " "
                + messages.say(Language.ENGLISH, key, List.of(arguments));
    }

    /** The server stops: so do the made-up workers, without a word. */
    @PreDestroy
    void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }
}
