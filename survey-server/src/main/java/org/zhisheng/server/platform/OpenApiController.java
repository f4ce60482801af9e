package org.zhisheng.server.platform;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.net.URI;

/**
 * The description of the JSON interface, made from the controllers under {@code /api} when the server is built. Pages are
 * no interface and are left out ({@code @Hidden}).
 */
@Hidden
@Controller("/openapi")
@Produces(MediaType.ALL)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Zhisheng 职声",
                        version = "1",
                        description = "The JSON interface of Zhisheng: anonymous surveys for collective bargaining. "
                                + "Errors are problem documents (RFC 9457, application/problem+json); their types are "
                                + "explained at /problems/{code}.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
final class OpenApiController {
    /** The file that the build writes, see {@code openapi.properties}. */
    private static final URI DOCUMENT = URI.create("/openapi/zhisheng.yml");

    @Get
    HttpResponse<?> show() {
        return HttpResponse.seeOther(DOCUMENT);
    }
}
