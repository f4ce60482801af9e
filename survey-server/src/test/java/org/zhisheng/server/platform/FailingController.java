package org.zhisheng.server.platform;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/** Fails in every way, for {@link ProblemsTest}; under {@code /s/}, where nobody needs to sign in. */
@Hidden
@Controller("/s/failing")
@Produces({Pages.HTML, MediaType.APPLICATION_JSON})
@Requires(property = "spec.name", value = "ProblemsTest")
final class FailingController {
    static final String SECRET = "Duplicate entry 'zhangsan'";

    @Get("/problem")
    String problem() {
        throw ProblemException.of(Problem.SURVEY_CLOSED);
    }

    @Get("/invalid")
    String invalid() {
        throw ProblemException.invalid(Fault.of("headcount", "problem.too-large"));
    }

    @Get("/unexpected")
    String unexpected() {
        throw new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
    }

    @Get("/number/{id}")
    String number(Id id, int count) {
        return id + ":" + count;
    }

    @Post("/deep/json")
    @Consumes(MediaType.APPLICATION_JSON)
    String json(@Body Map<String, Object> body) {
        return body.toString();
    }
}
