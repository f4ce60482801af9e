package org.zhisheng.server.bulletin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.CheckWords;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Stratum;
import org.zhisheng.server.survey.SurveyState;

/** What the public pages of a closed survey show, in one language. */
@Singleton
final class BulletinPages {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What the script says, by the name under which it finds the words. */
    private static final List<String> SCRIPT_WORDS = List.of("found", "absent", "unclear", "loading", "failed");

    private final Messages messages;
    private final CheckWords words;
    private final Receipts receipts;
    private final Json json;

    BulletinPages(Messages messages, CheckWords words, Receipts receipts, Json json) {
        this.messages = messages;
        this.words = words;
        this.receipts = receipts;
        this.json = json;
    }

    /** The page of a closed survey on which a receipt is looked up. */
    Map<String, Object> check(Fielded survey, Published published, Language language) {
        Publication publication = published.publication();
        Map<String, Object> model = page(survey, language);
        model.put("closed", moment(publication.closedAt(), language));
        model.put("publication", publication);
        model.put("seal", published.seal());
        model.put("forgotten", moment(publication.forgottenBy(), language));
        model.put("findings", findings(CountChecks.of(publication), language));
        model.put("strata", strata(survey.manifest(), publication));
        model.put("poster", !publication.mode().isAdmitting());
        model.put("example", exampleWords(language));
        model.put("lists", lists());
        Map<String, String> said = new TreeMap<>();
        SCRIPT_WORDS.forEach(word -> said.put(word, messages.say(language, "bulletin.look." + word)));
        model.put("said", said);
        return model;
    }

    /** The same address before the close. */
    Map<String, Object> waiting(Fielded survey, Language language) {
        Map<String, Object> model = page(survey, language);
        model.put("closes", moment(survey.closes(), language));
        model.put("cancelled", survey.state() == SurveyState.CANCELLED);
        model.put("unpublished", survey.state() == SurveyState.CLOSED);
        return model;
    }

    /** All receipts. */
    Map<String, Object> wall(Fielded survey, Published published, Language language) {
        Publication publication = published.publication();
        Map<String, Object> model = page(survey, language);
        model.put("closed", moment(publication.closedAt(), language));
        model.put("count", publication.tags().size());
        model.put("sections", Wall.of(publication.tags(), receipts, language));
        model.put(
                "parts",
                IntStream.rangeClosed(1, WallSheets.parts(publication.tags().size()))
                        .boxed()
                        .toList());
        return model;
    }

    /** A moment as people in China read it. */
    String moment(Instant instant, Language language) {
        return DateTimeFormatter.ofPattern(messages.say(language, "bulletin.time"), language.locale())
                .withZone(CHINA)
                .format(instant);
    }

    private Map<String, Object> page(Fielded survey, Language language) {
        Manifest manifest = survey.manifest();
        Map<String, Object> model = new HashMap<>();
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        model.put("code", manifest.code());
        model.put("home", "/s/" + manifest.code());
        model.put("address", survey.address());
        model.put("fingerprint", survey.fingerprint());
        model.put("bundle", Objects.requireNonNullElse(manifest.bundle(), ""));
        model.put("checkWords", checkWords(survey));
        Language other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        model.put("otherTag", other.tag());
        model.put("otherName", messages.say(other, "bulletin.language"));
        return model;
    }

    /** In Chinese for every reader: they are compared with the words on paper. */
    private String checkWords(Fielded survey) {
        byte[] bytes = HexFormat.of().parseHex(survey.fingerprint());
        return String.join(" ", words.of(bytes, Fielded.CHECK_WORDS, Language.CHINESE));
    }

    private List<Map<String, Object>> findings(List<Finding> findings, Language language) {
        return findings.stream()
                .map(f -> Map.<String, Object>of(
                        "verdict", f.verdict().code(),
                        "said",
                                messages.say(
                                        language,
                                        "bulletin.verdict." + f.verdict().code()),
                        "title", messages.say(language, f.title()),
                        "reason", messages.say(language, f.reason(), f.arguments())))
                .toList();
    }

    private static List<Map<String, Object>> strata(Manifest manifest, Publication publication) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Publication.StratumCounts counts : publication.strata()) {
            Map<String, Object> row = new HashMap<>();
            row.put(
                    "label",
                    manifest.frame()
                            .stratum(counts.stratum())
                            .map(Stratum::label)
                            .orElse(counts.stratum()));
            row.put("counts", counts);
            row.put("returned", counts.returned() == null ? "–" : counts.returned());
            row.put("cast", counts.cast() == null ? "–" : counts.cast());
            rows.add(row);
        }
        return rows;
    }

    /** Words that are nobody's receipt of this survey but by chance: those of zero. */
    private String exampleWords(Language language) {
        return String.join(" ", receipts.words("0".repeat(Receipts.DIGITS), language));
    }

    /** Both lists, so that a receipt is understood in whichever language it was written down. */
    private String lists() {
        List<List<String>> lists = List.of(words.list(Language.CHINESE), words.list(Language.ENGLISH));
        return new String(json.write(lists), StandardCharsets.UTF_8);
    }
}
