package org.zhisheng.server.scorecard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.planning.CoverageRating;
import org.zhisheng.analytics.planning.FieldingMode;
import org.zhisheng.analytics.score.Fact;
import org.zhisheng.analytics.score.Facts;
import org.zhisheng.analytics.score.Level;
import org.zhisheng.analytics.score.Reading;
import org.zhisheng.analytics.score.Readings;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.Scorer;
import org.zhisheng.analytics.score.Simulation;
import org.zhisheng.analytics.score.SourceReader;
import org.zhisheng.analytics.score.Unit;
import org.zhisheng.analytics.score.Veto;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.result.PublishedResult;
import org.zhisheng.server.round.Round;
import org.zhisheng.server.survey.Mode;

/** Computes the assessment of an open scorecard from what is released and entered at the moment. */
@Singleton
final class Assessor {
    private static final int FORMAT = 1;

    private final ReleasedFigures released;
    private final FactCatalogue catalogue;
    private final Organizations organizations;

    Assessor(ReleasedFigures released, FactCatalogue catalogue, Organizations organizations) {
        this.released = released;
        this.catalogue = catalogue;
        this.organizations = organizations;
    }

    /** The score level of a round. */
    static Level level(Round round) {
        return Level.valueOf(round.level().name());
    }

    /** Assesses. */
    Assessment assess(Scorecard card, Round round, SchemeVersion version, Ledger ledger) {
        return new Work(card, round, version, ledger, released.of(round.id())).run();
    }

    private final class Work {
        private final Scorecard card;
        private final Round round;
        private final SchemeVersion version;
        private final Scheme scheme;
        private final Ledger ledger;
        private final Map<String, PublishedResult> surveys;
        private final String name;
        private final List<FactDefinition> facts;

        Work(Scorecard card, Round round, SchemeVersion version, Ledger ledger, Map<String, PublishedResult> surveys) {
            this.card = card;
            this.round = round;
            this.version = version;
            this.scheme = version.scheme();
            this.ledger = ledger;
            this.surveys = surveys;
            this.name = organizations.get(card.organization()).name();
            this.facts = catalogue.askedBy(scheme, level(round));
        }

        Assessment run() {
            Scorer scorer = Scorer.of(scheme);
            Unit unit = unit(ledger::evaluated);
            Scored scored = Scored.of(scorer, unit, Simulation.DEFAULT);
            Outcomes.Parts parts = Outcomes.parts(scheme, scored);
            Readings readings = unit.readings();
            return new Assessment(
                    FORMAT,
                    card.id(),
                    card.organization(),
                    name,
                    round.id(),
                    round.name(),
                    card.year(),
                    unit.level(),
                    scheme.id().toString(),
                    SchemeJson.sha256(version.definition()),
                    covered().orElse(null),
                    surveys.values().stream().map(Work::survey).toList(),
                    facts.stream().map(this::fact).toList(),
                    scheme.vetoes().stream().map(v -> veto(v, unit)).toList(),
                    quantities(readings),
                    readings.random(),
                    covariance(readings),
                    coverage(unit.coverage()),
                    parts.indicators(),
                    parts.dimensions(),
                    scored.score().missingWeight(),
                    parts.outcome(),
                    Outcomes.parts(scheme, Scored.of(scorer, unit(ledger::selfAssessed), Simulation.DEFAULT))
                            .outcome(),
                    new Assessment.Drawing(
                            Simulation.DEFAULT.draws(), Simulation.DEFAULT.seed(), Simulation.DEFAULT.level()),
                    null,
                    null);
        }

        /** The unit with the facts as one side sees them; vetoes are the evaluator's in both. */
        private Unit unit(Function<String, Optional<String>> values) {
            Map<String, Fact> entered = new LinkedHashMap<>();
            facts.forEach(f -> values.apply(f.id()).ifPresent(v -> entered.put(f.id(), f.fact(v))));
            Facts given = new Facts(entered, ReleasedFigures.participation(surveys));
            SourceReader reader = new SourceReader(ReleasedFigures.figures(surveys), given);
            Set<String> established = new HashSet<>(reader.established(scheme));
            scheme.vetoes().stream()
                    .map(Veto::id)
                    .filter(v -> ledger.veto(v).equals(Optional.of(Finding.ESTABLISHED)))
                    .forEach(established::add);
            return new Unit(name, level(round), covered().orElse(-1L), reader.read(scheme), rating(), established);
        }

        private Optional<Long> covered() {
            return coverageSurvey().map(r -> (long) r.coverage().frame().headcount());
        }

        private Optional<PublishedResult> coverageSurvey() {
            return version.coverageSurveys().stream()
                    .map(surveys::get)
                    .filter(r -> r != null)
                    .findFirst();
        }

        private @Nullable CoverageRating rating() {
            return coverageSurvey()
                    .map(r -> Units.rating(
                            name, r.coverage().valid(), r.coverage().frame().headcount(), mode(r), scheme.coverage()))
                    .orElse(null);
        }

        private Assessment.@Nullable CoverageLine coverage(@Nullable CoverageRating rating) {
            if (rating == null) {
                return null;
            }
            PublishedResult from = coverageSurvey().orElseThrow();
            return new Assessment.CoverageLine(
                    rating.grade().name(),
                    from.coverage().valid(),
                    rating.population(),
                    rating.neededForA(),
                    rating.neededForB(),
                    mode(from).name());
        }

        private Assessment.FactLine fact(FactDefinition fact) {
            String id = fact.id();
            return new Assessment.FactLine(
                    id,
                    ledger.last(id, Side.UNION).orElse(null),
                    ledger.finding(id).orElse(null),
                    ledger.evaluated(id).orElse(null));
        }

        private Assessment.VetoLine veto(Veto veto, Unit unit) {
            return new Assessment.VetoLine(
                    veto.id(),
                    ledger.last(veto.id(), Side.EVALUATOR).orElse(null),
                    unit.established().contains(veto.id()));
        }

        private static Assessment.Survey survey(PublishedResult r) {
            return new Assessment.Survey(
                    ReleasedFigures.questionnaire(r),
                    r.survey().id(),
                    r.survey().manifest().code(),
                    r.release().fingerprint(),
                    r.coverage().valid(),
                    r.coverage().frame().headcount(),
                    mode(r).name());
        }

        private static FieldingMode mode(PublishedResult r) {
            return r.survey().manifest().mode() == Mode.POSTER ? FieldingMode.POSTER : FieldingMode.TICKETS;
        }
    }

    private static List<Assessment.Quantity> quantities(Readings readings) {
        List<Assessment.Quantity> quantities = new ArrayList<>();
        readings.all()
                .forEach((id, reading) -> quantities.add(
                        switch (reading) {
                            case Reading.Known known ->
                                new Assessment.Quantity(id, known.value(), known.origin(), "", "");
                            case Reading.Missing missing ->
                                new Assessment.Quantity(id, null, "", "missing", missing.reason());
                            case Reading.Inapplicable none ->
                                new Assessment.Quantity(id, null, "", "inapplicable", none.reason());
                        }));
        return quantities;
    }

    private static List<List<Double>> covariance(Readings readings) {
        int n = readings.random().size();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(readings.covariance(i, j));
            }
            rows.add(row);
        }
        return rows;
    }
}
