package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.Normalisation;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeFault;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Language;

/** What is wrong with a scheme, for whoever edits it. */
final class SchemeFaults {
    /** Messages whose first argument is a place in the scheme, such as {@code indicators.I04}. */
    static final String RULE = "scorecard.scheme.rule.";

    private SchemeFaults() {}

    /** Every fault of a definition: its form, its weights and rules, its sources; empty where it may be adopted. */
    static List<Fault> of(SchemeId id, JsonNode definition) {
        try {
            Scheme scheme = SchemeFile.of(definition);
            if (!scheme.id().equals(id)) {
                return List.of(Fault.of("", "scorecard.scheme.renamed", id));
            }
            List<Fault> faults = new ArrayList<>();
            SchemeFile.faults(scheme).forEach(f -> faults.add(fault(f)));
            scheme.indicators().stream()
                    .filter(i -> i.normalisation().needsPeers())
                    .forEach(i -> faults.add(Fault.of("", "scorecard.scheme.peers", i.id())));
            return faults;
        } catch (PlanException e) {
            return e.faults().stream()
                    .map(f -> Fault.of("", "scorecard.scheme.fault", f))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(Fault.of("", "scorecard.scheme.fault", String.valueOf(e.getMessage())));
        }
    }

    /** The first argument is the place, the others are the rule's. */
    private static Fault fault(SchemeFault fault) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(fault.where());
        arguments.addAll(fault.arguments());
        return new Fault("", key(fault.rule()), arguments);
    }

    /** The key of the message for a broken rule. */
    static String key(SchemeFault.Rule rule) {
        return RULE + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A fault as a sentence, its place called by the names of the scheme. */
    static String told(Fault fault, SchemeNames names, Wording wording, Language language) {
        List<Object> arguments = new ArrayList<>(fault.arguments());
        if (fault.key().startsWith(RULE)) {
            arguments.set(0, place(arguments.getFirst().toString(), names, wording, language));
        }
        return wording.say(language, fault.key(), arguments.toArray());
    }

    private static String place(String where, SchemeNames names, Wording wording, Language language) {
        int dot = where.indexOf('.');
        if (dot < 0) {
            return wording.say(language, "scorecard.scheme.place." + where);
        }
        String kind = where.substring(0, dot);
        String id = where.substring(dot + 1);
        return wording.say(language, "scorecard.scheme.place." + kind + ".one", names.name(kind, id, language));
    }

    /** How an indicator is normalised, as the editor shows it. */
    static String kind(Normalisation normalisation) {
        return switch (normalisation) {
            case Normalisation.Identity i -> "identity";
            case Normalisation.TargetRatio t -> "target-ratio";
            case Normalisation.TargetBand b -> "target-band";
            case Normalisation.MinMax m -> "min-max";
            case Normalisation.DistanceToTarget d -> "distance-to-target";
            case Normalisation.ZScore z -> "z-score";
        };
    }
}
