package org.zhisheng.server.bulletin;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Length;
import org.zhisheng.server.response.Insider;
import org.zhisheng.server.response.SampleSurveys;
import org.zhisheng.server.survey.DeclaredTable;
import org.zhisheng.server.survey.Drafts;
import org.zhisheng.server.survey.Freezer;
import org.zhisheng.server.survey.Issuer;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.SurveySamples;

/** Open surveys of two strata (40 and 60 workers) with declared tables and answers, in any mode. */
@Singleton
public final class FieldedSurveys {
    private final SampleSurveys samples;
    private final Drafts drafts;
    private final Freezer freezer;
    private final Issuer issuer;
    private final Insider insider;

    FieldedSurveys(SampleSurveys samples, Drafts drafts, Freezer freezer, Issuer issuer, Insider insider) {
        this.samples = samples;
        this.drafts = drafts;
        this.freezer = freezer;
        this.issuer = issuer;
        this.insider = insider;
    }

    /** An open survey that releases every open single choice, in all and by workshop. */
    public Manifest open(Mode mode) {
        Manifest base =
                samples.launch("pre-demand", Length.CORE, PosterKind.ONE_A_STRATUM, "http://localhost", Duration.ZERO);
        List<String> items = base.items().stream()
                .filter(i -> i.kind() == ItemKind.SINGLE && i.audience() == Audience.EVERYONE)
                .map(Item::code)
                .toList();
        Id survey = drafts.start(base.round(), SurveySamples.draft());
        Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
        Manifest manifest = new Manifest(
                base.format(),
                survey,
                freezer.freeCode(),
                base.organization(),
                base.organizationName(),
                base.round(),
                base.roundName(),
                base.title(),
                base.questionnaire(),
                base.questionnaireVersion(),
                base.length(),
                base.questionnaireHash(),
                base.items(),
                base.frame(),
                mode,
                base.poster(),
                opens,
                opens.plus(Duration.ofDays(1)),
                base.address(),
                List.of(new DeclaredTable(items, ""), new DeclaredTable(items, "车间")),
                base.rules(),
                "ab".repeat(32),
                mode.isAdmitting() ? issuer.prepare(survey, base.round(), base.frame()) : null);
        freezer.freeze(manifest, "王秀兰");
        return manifest;
    }

    /** Lets workers of a stratum answer, the options in turn, and gives back their tags. */
    public List<String> answer(Manifest survey, String stratum, int workers) {
        List<String> tags = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int turn = worker;
            Map<String, List<String>> answers = new HashMap<>();
            survey.items().stream()
                    .filter(i -> i.kind() == ItemKind.SINGLE)
                    .forEach(i -> answers.put(
                            i.code(),
                            List.of(i.options().get(turn % i.options().size()).code())));
            survey.items().stream()
                    .filter(i -> i.kind() == ItemKind.TEXT)
                    .forEach(i -> answers.put(i.code(), List.of("食堂" + turn)));
            tags.add(insider.cast(survey, stratum, answers));
        }
        return tags;
    }

    /** A single choice that everybody answered, and two of its options that somebody chose. */
    public static List<String> choice(Manifest survey) {
        Item item = survey.items().stream()
                .filter(i -> i.kind() == ItemKind.SINGLE
                        && i.audience() == Audience.EVERYONE
                        && i.options().size() > 2
                        && i.askWhen().isEmpty()
                        && i.options().stream().limit(2).allMatch(o -> o.missing() == null))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                        item.code(),
                        item.options().get(0).code(),
                        item.options().get(1).code())
                .toList();
    }
}
