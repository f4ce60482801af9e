package org.zhisheng.server.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.AnswerCheck;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.Checked;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;

/** Counts responses at the close: which are valid, from which stratum, and what each item of theirs counts as. */
final class Tally {
    private final Frame frame;
    private final AnswerCheck check;
    private final Dataset data;
    private final Map<String, Integer> byStratum = new HashMap<>();
    private final ReprisalCount reprisal;
    private int received;
    private int incomplete;
    private int withoutStratum;

    Tally(Manifest manifest, Frame frame) {
        this.frame = frame;
        // Texts lie apart from the answers and count neither as asked nor as answered here.
        this.check = new AnswerCheck(manifest.items().stream()
                .filter(item -> item.kind() != ItemKind.TEXT)
                .toList());
        this.data = new Dataset(frame);
        this.reprisal = new ReprisalCount(manifest.items());
    }

    /** Takes one response. */
    void add(@Nullable String stratum, AnswerSheet sheet) {
        received++;
        Checked checked = check.check(sheet);
        if (checked.isValidResponse()) {
            reprisal.add(checked.coded());
        }
        if (!checked.isValidResponse()) {
            incomplete++;
        } else if (stratum == null || frame.stratum(stratum).isEmpty()) {
            withoutStratum++;
        } else {
            byStratum.merge(stratum, 1, Integer::sum);
            data.add(stratum, checked.coded());
        }
    }

    /** Counts responses that are too few to be looked at: none of them is kept, only their number. */
    void addUnread(int responses) {
        received += responses;
    }

    int received() {
        return received;
    }

    int incomplete() {
        return incomplete;
    }

    int withoutStratum() {
        return withoutStratum;
    }

    /** Valid responses, with or without a stratum. */
    int valid() {
        return received - incomplete;
    }

    /** Valid responses of a stratum. */
    int count(String stratum) {
        return byStratum.getOrDefault(stratum, 0);
    }

    /** Codes of strata with more valid responses than workers. */
    List<String> overAnswered() {
        return frame.strata().stream()
                .filter(s -> count(s.code()) > s.headcount())
                .map(Stratum::code)
                .toList();
    }

    /** Whether the answers raise the alert of reprisal. */
    boolean raisesReprisalAlert() {
        return reprisal.isRaised();
    }

    /** The valid responses that have a stratum. */
    Dataset data() {
        return data;
    }
}
