package org.zhisheng.server.survey;

import java.util.Base64;
import java.util.Optional;
import org.zhisheng.server.platform.Entries;

/** The draft's form as it was sent. */
final class DraftForm {
    private DraftForm() {}

    /** What was typed. */
    static SurveyDraft read(Entries entries) {
        return new SurveyDraft(
                entries.text("questionnaire"),
                entries.text("length").equals("full") ? "full" : "core",
                entries.text("ownDemographics").equals("true"),
                entries.all("demographics"),
                sheet(entries).orElse(entries.raw("frame")),
                entries.has("sumRepeated"),
                entries.text("opens"),
                entries.text("closes"),
                entries.text("poster").equals(PosterKind.ONE_FOR_ALL.name())
                        ? PosterKind.ONE_FOR_ALL
                        : PosterKind.ONE_A_STRATUM,
                entries.choice(Mode.class, "mode").orElse(Mode.TICKET));
    }

    /** The sheet of a file that the page's script sent along in Base64: its bytes, so that the encoding is ours to find. */
    private static Optional<String> sheet(Entries entries) {
        String file = entries.text("file");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(file);
            return Optional.of(SheetText.tabbed(SheetText.cells(SheetText.decode(bytes))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
