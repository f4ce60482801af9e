package org.zhisheng.server.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhisheng.server.survey.PageBundle;

/** The page's style and script keep to what a phone of 2018 understands (Chrome 66), and ask nobody for anything. */
final class PhoneAssetsTest {
    private final PageBundle assets = new PageBundle();

    private String script() {
        return assets.questions() + assets.shut() + assets.thanks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\?\\.[a-zA-Z(\\[]",
                "\\?\\?",
                "\\{\\s*\\.\\.\\.",
                "catch\\s*\\{",
                "\\*\\*=",
                "&&=",
                "\\|\\|=",
                "\\.flat\\(",
                "\\.flatMap\\(",
                "\\.at\\(",
                "replaceAll",
                "replaceChildren",
                "toggleAttribute",
                "fromEntries",
                "allSettled",
                "matchAll",
                "queueMicrotask",
                "structuredClone",
                "randomUUID",
                "#[a-z]+\\s*=",
                "\\bimport\\b"
            })
    void theScriptUsesNothingThatChrome66Lacks(String later) {
        Matcher found = Pattern.compile(later).matcher(script());
        assertFalse(found.find(), () -> "the script uses " + found.group());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":has\\(",
                ":is\\(",
                ":where\\(",
                "focus-visible",
                "\\bgap:",
                "\\binset:",
                "min\\(",
                "max\\(",
                "clamp\\(",
                "aspect-ratio",
                "@layer",
                "@container",
                "accent-color",
                "&:",
                "dvh",
                "color-mix"
            })
    void theStyleUsesNothingThatChrome66Lacks(String later) {
        Matcher found = Pattern.compile(later).matcher(assets.style());
        assertFalse(found.find(), () -> "the style uses " + found.group());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:", "https:", "//", "url(", "@import", "eval(", "innerHTML", "document.write"})
    void neitherAsksAnotherHostNorTurnsTextIntoMarkup(String what) {
        assertEquals(-1, script().indexOf(what));
        assertEquals(-1, assets.style().indexOf(what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ink on --paper", "--ink on --card", "--soft on --paper", "--soft on --card", "--lead on --paper",
                "--lead on --card", "--card on --lead", "--ink on --tint", "--fault on --card", "--soft on --tint"
            })
    void wordsStandOutFromTheirGround(String pair) {
        String[] colours = pair.split(" on ", 2);
        double contrast = contrast(luminance(colours[0]), luminance(colours[1]));
        assertTrue(contrast >= 4.5, () -> pair + ": " + contrast);
    }

    private double luminance(String name) {
        Matcher hex = Pattern.compile(name + ":#([0-9a-f]{3,6})[;}]").matcher(assets.style());
        assertTrue(hex.find(), name);
        String digits = hex.group(1).length() == 3 ? hex.group(1).replaceAll("(.)", "$1$1") : hex.group(1);
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16) / 255.0;
            linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
}
