package org.zhisheng.server.survey;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Entries;

/** Reads what officers enter to change a launched survey. */
@Singleton
final class Changes {
    private static final int MAX_REASON = 200;

    private final Surveys surveys;

    Changes(Surveys surveys) {
        this.surveys = surveys;
    }

    /** Moves the closing time to the one that was typed. */
    void extend(Id id, Entries entries, String by) {
        List<Fault> faults = new ArrayList<>();
        String reason = reason("extendReason", entries, faults);
        Optional<Instant> closes = ChinaTime.read(entries.text("closes"));
        if (closes.isEmpty()) {
            faults.add(Fault.of("closes", "survey.draft.time-unreadable"));
        }
        refuse(faults);
        surveys.extend(id, closes.orElseThrow(), reason, by);
    }

    /** Corrects a headcount to the one that was typed. */
    void amend(Id id, Entries entries, String by) {
        List<Fault> faults = new ArrayList<>();
        String reason = reason("amendReason", entries, faults);
        OptionalInt headcount = Headcount.parse(entries.text("headcount"));
        if (headcount.isEmpty()) {
            faults.add(Fault.of("headcount", "survey.amend.headcount", Frame.MAX_HEADCOUNT));
        }
        refuse(faults);
        surveys.amend(id, entries.text("stratum"), headcount.orElseThrow(), reason, by);
    }

    private static String reason(String field, Entries entries, List<Fault> faults) {
        String reason = entries.text(field);
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            faults.add(Fault.of(field, "survey.change.reason", MAX_REASON));
        }
        return reason;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
