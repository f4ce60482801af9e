package org.zhisheng.server.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.scheme.SchemeFile;
import org.zhisheng.analytics.score.Normalisation;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeCheck;
import org.zhisheng.analytics.score.SchemeFault;
import org.zhisheng.analytics.score.SchemeId;
import org.zhisheng.server.kernel.Fault;

/** What is wrong with a scheme, for whoever edits it. */
final class SchemeFaults {
    private SchemeFaults() {}

    /** Every fault of a definition: its form, its weights and rules, its sources; empty where it may be adopted. */
    static List<Fault> of(SchemeId id, JsonNode definition) {
        try {
            Scheme scheme = SchemeFile.of(definition);
            if (!scheme.id().equals(id)) {
                return List.of(Fault.of("", "scorecard.scheme.renamed", id));
            }
            List<SchemeFault> structure = SchemeCheck.structure(scheme);
            if (!structure.isEmpty()) {
                return structure.stream().map(SchemeFaults::fault).toList();
            }
            List<Fault> peers = scheme.indicators().stream()
                    .filter(i -> i.normalisation().needsPeers())
                    .map(i -> Fault.of("", "scorecard.scheme.peers", i.id()))
                    .toList();
            if (!peers.isEmpty()) {
                return peers;
            }
            SchemeFile.check(scheme, id.toString());
            return List.of();
        } catch (PlanException e) {
            return e.faults().stream()
                    .map(f -> Fault.of("", "scorecard.scheme.fault", f))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(Fault.of("", "scorecard.scheme.fault", String.valueOf(e.getMessage())));
        }
    }

    private static Fault fault(SchemeFault fault) {
        String key = "scorecard.scheme.rule."
                + fault.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Fault.of("", key, fault.where(), fault.detail());
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
