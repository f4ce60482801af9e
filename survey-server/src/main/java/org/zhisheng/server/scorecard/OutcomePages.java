package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.score.Band;
import org.zhisheng.server.kernel.Language;

/** What pages show of a total: its interval, band and what lowers it, and how far the survey carries. */
@Singleton
final class OutcomePages {
    private final Wording wording;

    OutcomePages(Wording wording) {
        this.wording = wording;
    }

    /** A total of a scorecard, the evaluated or the self-assessed one. */
    Map<String, Object> outcome(Assessment a, Assessment.Outcome o, SchemeVersion version, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("rated", o.total() != null);
        model.put("total", Digits.one(o.rounded()));
        model.put("lower", Digits.one(o.lower()));
        model.put("upper", Digits.one(o.upper()));
        model.put("error", Digits.one(o.standardError()));
        model.put("level", Digits.percent(a.simulation().level()));
        model.put("simulated", "SIMULATION".equals(o.method()));
        model.put("band", band(version, o.band(), language));
        model.put("bandId", Objects.toString(o.band(), ""));
        model.put("lowered", o.band() != null && !o.band().equals(o.bandByTotal()));
        model.put("bandByTotal", band(version, o.bandByTotal(), language));
        model.put("numberOnly", o.total() != null && o.band() == null);
        model.put("caps", names(version, "caps", o.caps(), language));
        model.put("vetoes", names(version, "vetoes", o.vetoes(), language));
        model.put("undecidedCaps", names(version, "caps", o.undecided(), language));
        model.put(
                "none",
                o.none().stream()
                        .map(reason -> wording.say(
                                language,
                                "scorecard.none." + reason,
                                reason.equals("missing")
                                        ? new Object[] {
                                            Digits.plain(a.missingWeight()),
                                            Digits.plain(version.scheme().missingAllowed())
                                        }
                                        : new Object[0]))
                        .toList());
        model.put("bands", bands(o, version, language));
        if (o.total() != null) {
            model.put("scale", scale(o, version, language));
        }
        return model;
    }

    private static List<String> names(SchemeVersion version, String kind, List<String> ids, Language language) {
        return ids.stream().map(id -> version.names().name(kind, id, language)).toList();
    }

    /** Probabilities of the bands, and where each begins on a bar of width 100. */
    private static List<Map<String, Object>> bands(Assessment.Outcome o, SchemeVersion version, Language language) {
        List<Map<String, Object>> bands = new ArrayList<>();
        double from = 0;
        for (Band band : version.scheme().bands()) {
            double share = o.bands().getOrDefault(band.id(), 0.0);
            Map<String, Object> model = new HashMap<>();
            model.put("id", band.id());
            model.put("name", version.names().name("bands", band.id(), language));
            model.put("from", Digits.plain(band.from()));
            model.put("probability", Digits.percent(share));
            model.put("x", Digits.plain(100 * from));
            model.put("width", Digits.plain(100 * share));
            model.put("isBand", band.id().equals(o.band()));
            bands.add(model);
            from += share;
        }
        return o.bands().isEmpty() ? List.of() : bands;
    }

    /** The total on its scale from 0 to 100 with the edges of the bands. */
    private static Map<String, Object> scale(Assessment.Outcome o, SchemeVersion version, Language language) {
        List<Map<String, Object>> zones = new ArrayList<>();
        double above = 100;
        for (Band band : version.scheme().bands()) {
            zones.add(Map.of(
                    "id", band.id(),
                    "name", version.names().name("bands", band.id(), language),
                    "x", Digits.plain(band.from()),
                    "middle", Digits.plain((band.from() + above) / 2),
                    "width", Digits.plain(above - band.from())));
            above = band.from();
        }
        return Map.of(
                "zones",
                zones,
                "at",
                Digits.plain(Digits.onScale(o.total())),
                "lower",
                Digits.plain(Digits.onScale(o.lower())),
                "upper",
                Digits.plain(Digits.onScale(o.upper())));
    }

    /** The coverage grade; null where no survey decides on it yet. */
    @Nullable Map<String, Object> coverage(Assessment a, Language language) {
        Assessment.CoverageLine line = a.coverage();
        if (line == null) {
            return null;
        }
        return Map.of(
                "grade", line.grade(),
                "name", wording.say(language, "scorecard.grade." + line.grade()),
                "responses", line.responses(),
                "headcount", line.headcount(),
                "rate", Digits.one(100.0 * line.responses() / line.headcount()),
                "neededForA", line.neededForA(),
                "neededForB", line.neededForB(),
                "poster", line.mode().equals("POSTER"));
    }

    /** The name of a band; empty where there is none. */
    static String band(SchemeVersion version, @Nullable String band, Language language) {
        return band == null ? "" : version.names().name("bands", band, language);
    }
}
