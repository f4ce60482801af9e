package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.questionnaire.AnsweringTime;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.Questionnaires;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PageBundle;
import org.zhisheng.server.survey.SurveyState;

/** What the worker's pages show, in one language. */
@Singleton
final class PhonePages {
    /** The words that the script says, by the name under which it finds them. */
    private static final String SCRIPT_WORDS =
            "start resume next skip check submit reviewing of last place picked full left over blank comma sure differs";

    /** The words about cards. */
    private static final String CARD_WORDS = " nocard fetching offline stratum mine";

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Messages messages;
    private final QuestionView view;
    private final Questionnaires questionnaires;
    private final PageBundle bundle;
    private final SecureRandom random;
    private final Clock clock;

    PhonePages(
            Messages messages,
            QuestionView view,
            Questionnaires questionnaires,
            PageBundle bundle,
            SecureRandom random,
            Clock clock) {
        this.messages = messages;
        this.view = view;
        this.questionnaires = questionnaires;
        this.bundle = bundle;
        this.random = random;
        this.clock = clock;
    }

    /** A form that nothing was entered into yet; where answers need a credential, it begins with the card. */
    Map<String, Object> blank(Form form, Language language, boolean answeredBefore) {
        Map<String, Object> model = questions(form, language, null, AnswerSheet.BLANK, List.of());
        model.put("answered", answeredBefore);
        return model;
    }

    /** A form that nothing was entered into yet, for who comes from the issuer's page with a credential. */
    Map<String, Object> blank(Form form, Language language, Proof proof) {
        return questions(form, language, proof, AnswerSheet.BLANK, List.of());
    }

    /** A form again, with everything that was entered and what is wrong with it. */
    Map<String, Object> again(Form form, Language language, Submission sent, List<Fault> faults) {
        Map<String, Object> model = questions(form, language, sent.proof(), new AnswerSheet(sent.entries()), faults);
        model.put("filled", true);
        return model;
    }

    private Map<String, Object> questions(
            Form form, Language language, @Nullable Proof proof, AnswerSheet entered, List<Fault> faults) {
        Manifest manifest = form.survey().manifest();
        Map<String, Object> model = page(form, language);
        model.put("questions", view.of(form, language, entered, faults));
        model.put("wrongs", wrongs(form, language, faults));
        model.put("closing", form.survey().isClosing(clock.instant()));
        model.put("start", proof == null && manifest.mode().isAdmitting());
        model.put("posted", proof != null);
        switch (proof) {
            case null -> model.put("tag", Id.random(random));
            case Proof.Random made -> model.put("tag", made.id());
            case Proof.Credential made ->
                model.put(
                        "credential",
                        Map.of("key", made.key(), "message", made.message(), "signature", made.signature()));
        }
        model.put("bytes", CastLength.of(manifest));
        model.put("minutes", AnsweringTime.minutes(form.items()));
        model.put("count", form.items().size());
        model.put("minimumGroup", manifest.rules().minimumGroup());
        model.put(
                "purpose",
                questionnaires
                        .get(manifest.questionnaire(), manifest.questionnaireVersion())
                        .purpose()
                        .in(language));
        Map<String, String> words = new TreeMap<>();
        String said = manifest.mode().isAdmitting() ? SCRIPT_WORDS + CARD_WORDS : SCRIPT_WORDS;
        for (String word : said.split(" ", -1)) {
            words.put(word, messages.say(language, "response." + word));
        }
        model.put("words", words);
        model.put("script", bundle.questions());
        model.put("style", bundle.style());
        model.put("headScript", bundle.headScript());
        return model;
    }

    /** The thanks, and a receipt behind a tap. */
    Map<String, Object> thanks(Form form, Language language) {
        Map<String, Object> model = page(form, language);
        model.put("address", form.survey().address());
        model.put("script", bundle.thanks());
        model.put("headScript", bundle.headScript());
        return model;
    }

    /** A page of the survey without questions. */
    Map<String, Object> page(Form form, Language language) {
        Manifest manifest = form.survey().manifest();
        Map<String, Object> model = new HashMap<>();
        model.put("language", language);
        model.put("lang", language.tag());
        Language other = other(language);
        model.put("otherTag", other.tag());
        model.put("otherName", messages.say(other, "response.language"));
        model.put("style", bundle.wholeStyle());
        Admission admission = manifest.admission();
        model.put("admitting", admission != null);
        if (admission != null) {
            model.put("issuer", admission.issuer());
            model.put("apart", admission.apart());
        }
        model.put("title", manifest.title().in(language));
        model.put("organization", manifest.organizationName());
        model.put("round", manifest.roundName());
        model.put("code", manifest.code());
        model.put("home", form.home());
        if (form.stratum() != null) {
            model.put("stratum", form.stratum());
        }
        model.put("opens", time(language, manifest.opens()));
        model.put("closes", time(language, form.survey().closes()));
        return model;
    }

    /** The open surveys of a deck of cards. */
    Map<String, Object> deck(List<Form> open, Language language) {
        Map<String, Object> model = page(open.getFirst(), language);
        model.put(
                "surveys",
                open.stream()
                        .map(form -> Map.of(
                                "home",
                                form.home(),
                                "title",
                                form.survey().manifest().title().in(language),
                                "until",
                                messages.say(
                                        language,
                                        "response.until",
                                        List.of(time(language, form.survey().closes())))))
                        .toList());
        model.put("script", bundle.cards());
        return model;
    }

    /** The page of a survey that takes no answers at the moment, or any more. */
    Map<String, Object> shut(Form form, Language language) {
        Map<String, Object> model = page(form, language);
        String why = "response." + whyShut(form.survey());
        model.put("why", messages.say(language, why));
        model.put("whyMore", messages.say(language, why + ".more", List.of(model.get("opens"), model.get("closes"))));
        model.put("over", form.survey().state() == SurveyState.CLOSED);
        model.put("script", bundle.shut());
        model.put("headScript", bundle.headScript());
        return model;
    }

    private String whyShut(Fielded survey) {
        if (survey.state() == SurveyState.CANCELLED) {
            return "cancelled";
        }
        return clock.instant().isBefore(survey.manifest().opens()) ? "not-open" : "closed";
    }

    private List<Wrong> wrongs(Form form, Language language, List<Fault> faults) {
        List<String> codes = form.items().stream().map(Item::code).toList();
        return faults.stream()
                .map(fault -> {
                    int at = codes.indexOf(fault.field());
                    return new Wrong(
                            fault.field(),
                            at < 0 ? null : at + 1,
                            messages.say(language, fault.key(), fault.arguments()));
                })
                .toList();
    }

    /** A fault in the summary: the item's code, its number (null where it is about no item), and what is wrong. */
    record Wrong(String field, @Nullable Integer number, String message) {}

    private String time(Language language, Instant instant) {
        String pattern = messages.say(language, "response.time");
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(BEIJING)
                .format(instant);
    }

    private static Language other(Language language) {
        return Arrays.stream(Language.values())
                .filter(l -> l != language)
                .findFirst()
                .orElseThrow();
    }
}
