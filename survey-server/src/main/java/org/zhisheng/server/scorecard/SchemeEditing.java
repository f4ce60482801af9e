package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.platform.Entries;

/** What editors and experts do to a draft. */
@Singleton
final class SchemeEditing {
    /** Saaty's scale ends at 9 times as important. */
    private static final double MOST = 9;

    private static final int LONGEST_NAME = 50;

    private final Schemes schemes;

    SchemeEditing(Schemes schemes) {
        this.schemes = schemes;
    }

    /** The definition that a form asks for: the table's numbers, equal weights, or a whole JSON text. */
    JsonNode typed(SchemeVersion v, Entries form) {
        if (form.text("action").equals("equal")) {
            return SchemeForm.equal(v.definition(), v.scheme());
        }
        if (form.has("definition")) {
            try {
                JsonNode tree = SchemeJson.mapper().readTree(form.raw("definition"));
                if (!tree.isObject()) {
                    throw ProblemException.invalid(Fault.of("", "scorecard.scheme.no-json", ""));
                }
                return tree;
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
                throw ProblemException.invalid(Fault.of("", "scorecard.scheme.no-json", line));
            }
        }
        SchemeForm.Filled filled = SchemeForm.fill(v.definition(), form);
        if (!filled.faults().isEmpty()) {
            throw ProblemException.invalid(filled.faults());
        }
        return filled.definition();
    }

    /** The title that was typed; where a form has none, it stays. */
    Text title(SchemeVersion v, Text typed) {
        return new Text(
                typed.zh().isBlank() ? v.names().title(Language.CHINESE) : typed.zh(),
                typed.en().isBlank() ? v.names().title(Language.ENGLISH) : typed.en());
    }

    /** Takes one expert's judgements of a group; the same expert's earlier ones are replaced. */
    void judge(SchemeVersion v, Entries form, String by) {
        Weighing weighing = new Weighing(v.scheme(), v.judgements());
        String of = form.text("group");
        String expert = form.text("expert");
        List<Fault> faults = new ArrayList<>();
        if (!weighing.groups().contains(of)) {
            faults.add(Fault.of("group", "scorecard.judge.group"));
        }
        if (expert.isEmpty() || expert.length() > LONGEST_NAME) {
            faults.add(Fault.of("expert", "scorecard.judge.expert", LONGEST_NAME));
        }
        int items = faults.isEmpty() ? weighing.items(of).size() : 0;
        List<Double> entries = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            for (int j = i + 1; j < items; j++) {
                entries.add(ratio(form.text("j." + i + "." + j), "j." + i + "." + j, faults));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        List<Judgement> judgements = without(v, of, expert);
        judgements.add(new Judgement(of, expert, entries));
        save(v, judgements, by);
    }

    /** A number such as 3, or a fraction such as 1/3. */
    private static double ratio(String typed, String field, List<Fault> faults) {
        String[] parts = typed.split("/", 2);
        try {
            double top = Double.parseDouble(parts[0].strip());
            double ratio = parts.length == 1 ? top : top / Double.parseDouble(parts[1].strip());
            if (ratio <= MOST + 1e-9 && ratio >= 1 / MOST - 1e-9) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // told below, together with what is out of range
        }
        faults.add(Fault.of(field, "scorecard.judge.ratio"));
        return 1;
    }

    void remove(SchemeVersion v, String of, String expert, String by) {
        save(v, without(v, of, expert), by);
    }

    private static List<Judgement> without(SchemeVersion v, String of, String expert) {
        List<Judgement> rest = new ArrayList<>(v.judgements());
        rest.removeIf(j -> j.of().equals(of) && j.expert().equals(expert));
        return rest;
    }

    private void save(SchemeVersion v, List<Judgement> judgements, String by) {
        schemes.save(v, SchemeJson.stored(v.definition()), title(v, new Text("", "")), judgements, by);
    }

    /** Puts the weights of the judgements into the draft. */
    void use(SchemeVersion v, String by) {
        JsonNode weighed = SchemeForm.weighed(v.definition(), new Weighing(v.scheme(), v.judgements()).weighed());
        schemes.save(v, weighed, title(v, new Text("", "")), v.judgements(), by);
    }
}
