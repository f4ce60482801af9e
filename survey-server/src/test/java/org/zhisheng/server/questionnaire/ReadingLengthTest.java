package org.zhisheng.server.questionnaire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.kernel.Text;

/**
 * Whether core takes under three minutes, by an estimate that can be checked by hand:
 * <pre>
 * seconds = characters / 255 a minute · 60 + taps · 2
 * </pre>
 * Characters are Han characters, letters and digits of the Chinese page without punctuation: the purpose, every question
 * and hint, and every list of options once; a list seen before is recognised and costs only the tap. 255 characters a minute
 * is what adults read <em>aloud</em> in the International Reading Speed Texts (Trauzettel-Klosinski and Dietz 2012);
 * silent reading is faster, little schooling slower. A tap is 2 s with the choice it takes; several and ranked items take
 * three. Texts are optional: they cost their reading and one tap to pass, and writing one comes on top. The round
 * supplies its longest: the six topics with the longest names, a proposal of 60 characters, eight clauses of 20, two demographics.
 */
class ReadingLengthTest {
    private static final double CHARACTERS_A_MINUTE = 255;
    private static final double SECONDS_A_TAP = 2;
    private static final int TAPS_FOR_SEVERAL = 3;

    @ParameterizedTest
    @ValueSource(strings = {"pre-demand", "mid-pulse", "post-evaluation", "annual-check"})
    void coreIsAnsweredInUnderThreeMinutes(String id) {
        Questionnaire questionnaire = Loaded.QUESTIONNAIRES.latest(id);
        List<String> demographics = questionnaire.defaultDemographics(1000, List.of());
        List<Item> items = questionnaire.items(Length.CORE, longest(questionnaire, demographics));
        double seconds = characters(questionnaire, items) / CHARACTERS_A_MINUTE * 60 + taps(items) * SECONDS_A_TAP;
        assertTrue(seconds < 180, () -> id + " takes " + Math.round(seconds) + " s");
        assertTrue(seconds > 30, () -> id + " cannot take only " + Math.round(seconds) + " s: the estimate is broken");
    }

    private static Fill longest(Questionnaire questionnaire, List<String> demographics) {
        List<String> topics = questionnaire.topics().stream()
                .sorted(Comparator.comparingInt((Topic t) -> -count(t.name())))
                .map(Topic::code)
                .filter(code -> !code.equals(Topic.OTHER))
                .limit(6)
                .toList();
        List<Clause> clauses = IntStream.range(0, 8)
                .mapToObj(i -> new Clause("K" + i, Text.same("字".repeat(20))))
                .toList();
        return new Fill(topics, topics, clauses, Text.same("字".repeat(60)), true, demographics);
    }

    private static int characters(Questionnaire questionnaire, List<Item> items) {
        Set<List<Option>> seen = new HashSet<>();
        int characters = count(questionnaire.purpose());
        for (Item item : items) {
            characters += count(item.question()) + (item.hint() == null ? 0 : count(item.hint()));
            if (seen.add(item.options())) {
                characters +=
                        item.options().stream().mapToInt(o -> count(o.label())).sum();
            }
        }
        return characters;
    }

    private static int taps(List<Item> items) {
        return items.stream()
                .mapToInt(i -> i.kind() == ItemKind.SINGLE || i.kind() == ItemKind.TEXT ? 1 : TAPS_FOR_SEVERAL)
                .sum();
    }

    private static int count(Text text) {
        return (int) text.zh().codePoints().filter(Character::isLetterOrDigit).count();
    }
}
