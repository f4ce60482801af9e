package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.platform.Json;
import org.zhisheng.server.survey.Manifest;

/** Writes casts as phones send them, padded, for made-up workers. */
@Singleton
public final class CastBody {
    private final Json json;

    CastBody(Json json) {
        this.json = json;
    }

    /** A cast in poster mode. */
    public String of(Manifest survey, Id id, @Nullable String stratum, Map<String, List<String>> answers) {
        return padded(survey, new CastController.Document(survey.code(), null, null, null, id, stratum, answers, ""));
    }

    /** A cast with a credential: key id, message and signature in hexadecimal. */
    public String of(Manifest survey, String key, String message, String signature, Map<String, List<String>> answers) {
        return padded(
                survey, new CastController.Document(survey.code(), key, message, signature, null, null, answers, ""));
    }

    private String padded(Manifest survey, CastController.Document cast) {
        int missing = CastLength.of(survey) - json.write(cast).length;
        return new String(json.write(cast.padded("0".repeat(Math.max(missing, 0)))), StandardCharsets.UTF_8);
    }
}
