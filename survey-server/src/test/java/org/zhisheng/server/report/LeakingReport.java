package org.zhisheng.server.report;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.response.Responses;
import org.zhisheng.server.result.RestrictedResults;

/** What no page may be made like: past the gate, from answers and from bottom lines. The walls are known to see it. */
public final class LeakingReport {
    private final Responses responses;
    private final RestrictedResults restricted;

    LeakingReport(Responses responses, RestrictedResults restricted) {
        this.responses = responses;
        this.restricted = restricted;
    }

    List<String> of(Id survey) {
        List<String> all = new ArrayList<>();
        responses.forEach(survey, response -> all.add(response.stratum() + restricted.find(survey)));
        return all;
    }
}
