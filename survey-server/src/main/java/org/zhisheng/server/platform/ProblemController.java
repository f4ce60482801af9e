package org.zhisheng.server.platform;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Map;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** Explains each problem type of the catalogue: what the {@code type} of a problem document refers to. */
@Hidden
@Produces(Pages.HTML)
@Controller("/problems")
final class ProblemController {
    private final Messages messages;

    ProblemController(Messages messages) {
        this.messages = messages;
    }

    @Get("/{code}")
    @View("pages/platform/problem-type")
    Map<String, Object> show(String code, Language language) {
        Problem problem = Arrays.stream(Problem.values())
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return Map.of(
                "code", code,
                "status", problem.status(),
                "title", messages.say(language, "problem." + code),
                "detail", messages.say(language, "problem." + code + ".do"));
    }
}
