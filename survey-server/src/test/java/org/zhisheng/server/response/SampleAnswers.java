package org.zhisheng.server.response;

import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Browser;
import org.zhisheng.server.questionnaire.Item;
import org.zhisheng.server.questionnaire.ItemKind;
import org.zhisheng.server.survey.Manifest;

/** Answers sample surveys through the worker's form, as phones without script do. */
public final class SampleAnswers {
    private final Random random = new Random();
    private final Browser phone;

    public SampleAnswers(EmbeddedServer server) {
        this.phone = new Browser(server.getURI());
    }

    /** Answers every single-choice item with its first option, but where something else is given. */
    public void cast(Manifest survey, String stratum, Map<String, String> given) {
        Map<String, String> entries = new LinkedHashMap<>();
        survey.items().stream()
                .filter(item -> item.kind() == ItemKind.SINGLE && !item.code().equals(Item.STRATUM))
                .forEach(item ->
                        entries.put(item.code(), item.options().getFirst().code()));
        entries.putAll(given);
        List<String> form = new ArrayList<>(List.of("id", Id.random(random).toString(), "stratum", stratum));
        entries.forEach((item, entry) -> {
            form.add(item);
            form.add(entry);
        });
        int status = phone.post("/s/" + survey.code() + "/answers", form.toArray(String[]::new))
                .statusCode();
        if (status != 303) {
            throw new IllegalStateException("the sample answer was refused: " + status);
        }
    }
}
