package org.zhisheng.server.account;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Says who is signed in, for {@link SessionTest}. */
@Hidden
@Controller("/console/test/who")
@Produces(MediaType.ALL)
final class WhoAmIController {
    @Get
    String who(Actor actor) {
        return actor.name() + " " + actor.grants();
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    String forgottenActor() {
        return "reached";
    }
}
