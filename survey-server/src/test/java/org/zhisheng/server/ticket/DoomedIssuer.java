package org.zhisheng.server.ticket;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.Halting;
import org.zhisheng.server.response.Killed;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Surveys;

/** An issuer that is killed at its work, as a process of its own: it answers one phone and ends the survey. */
final class DoomedIssuer {
    private DoomedIssuer() {}

    /** Arguments: the survey, a ticket, a blinded message, then properties of the application as {@code name=value}. */
    public static void main(String[] arguments) {
        try (ApplicationContext context = Killed.start(List.of(arguments).subList(3, arguments.length))) {
            Id survey = Id.parse(arguments[0]).orElseThrow();
            String code = context.getBean(Surveys.class).get(survey).manifest().code();
            context.getBean(Issuance.class).issue(code, arguments[1], null, arguments[2]);
            Halting.at("before-answer");
            context.getBean(Issuer.class).close(survey);
            System.out.println("closed");
        }
    }
}
