package org.zhisheng.server.survey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Audience;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.questionnaire.Option;
import org.zhisheng.server.round.Round;

/** Made-up drafts and manifests for tests. */
public final class SurveySamples {
    private SurveySamples() {}

    /** A draft with nothing typed. */
    public static SurveyDraft draft() {
        return SurveyDraft.EMPTY;
    }

    /** A manifest of one question and two strata, open from an hour ago for a day. */
    public static Manifest manifest(Id survey, String code, Round round, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new Manifest(
                1,
                survey,
                code,
                round.organization(),
                "沂水食品厂工会",
                round.id(),
                round.name(),
                new Text("满意度测评", "Satisfaction"),
                "post-evaluation",
                "1.0.0",
                "core",
                "0".repeat(64),
                List.of(item("POST-O1", null)),
                new Frame(List.of("车间"), List.of(stratum("01", "一车间", 40), stratum("02", "二车间", 60))),
                Mode.POSTER,
                PosterKind.ONE_A_STRATUM,
                minute.minus(1, ChronoUnit.HOURS),
                minute.plus(1, ChronoUnit.DAYS),
                "https://survey.example.org",
                List.of(new DeclaredTable(List.of("POST-O1"), "")),
                ReleaseRules.DEFAULT,
                null,
                null);
    }

    /** The tables that a launch would declare. */
    public static List<DeclaredTable> tables(List<Item> items, Frame frame) {
        return DeclaredTables.of(items, frame, List.of());
    }

    private static Stratum stratum(String code, String name, int headcount) {
        return new Stratum(code, List.of(name), headcount);
    }

    private static Item item(String code, @Nullable Text hint) {
        return new Item(
                code,
                "overall",
                ItemKind.SINGLE,
                new Text("总体满意吗?", "Satisfied?"),
                hint,
                List.of(Option.plain("5", new Text("满意", "yes")), Option.plain("1", new Text("不满意", "no"))),
                1,
                null,
                List.of(),
                Audience.EVERYONE,
                false,
                List.of("I12"));
    }
}
