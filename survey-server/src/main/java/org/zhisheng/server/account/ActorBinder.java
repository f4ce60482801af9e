package org.zhisheng.server.account;

import io.micronaut.core.bind.ArgumentBinder.BindingResult;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.RequestAttributes;

/** Gives controllers their {@link Actor} argument: who {@link SessionFilter} found. */
@Singleton
final class ActorBinder implements TypedRequestArgumentBinder<Actor> {
    @Override
    public Argument<Actor> argumentType() {
        return Argument.of(Actor.class);
    }

    @Override
    public BindingResult<Actor> bind(ArgumentConversionContext<Actor> context, HttpRequest<?> request) {
        Actor actor = request.getAttribute(RequestAttributes.ACTOR, Actor.class)
                .orElseThrow(() -> ProblemException.of(Problem.NOT_SIGNED_IN));
        return () -> Optional.of(actor);
    }
}
