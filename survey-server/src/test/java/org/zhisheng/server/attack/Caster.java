package org.zhisheng.server.attack;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhisheng.server.credential.Blinded;
import org.zhisheng.server.credential.Blinder;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.credential.Variant;
import org.zhisheng.server.credential.VerificationKey;
import org.zhisheng.server.response.CastBody;
import org.zhisheng.server.survey.Admission;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.StratumKey;

/** Exchanges tickets and casts as a phone does. */
final class Caster {
    private final CastBody casts;

    Caster(CastBody casts) {
        this.casts = casts;
    }

    /** Sends a body to a path and gives back the answer's. */
    interface Line {
        String post(String path, String body);
    }

    /** What went over the wire, and what the phone alone knows of it. */
    record Exchange(String issue, byte[] blinded, byte[] message, byte[] signature, String cast) {}

    Exchange answer(Manifest manifest, Plant.Worker worker, Map<String, List<String>> answers, Line line) {
        StratumKey stratum = key(manifest, worker);
        VerificationKey key = VerificationKey.of(Base64.getDecoder().decode(stratum.publicKey()));
        Blinder blinder = new Blinder(key, Variant.PSS_RANDOMIZED, new SecureRandom());
        Blinded blinded = blinder.blind(blinder.prepare(manifest.code().getBytes(StandardCharsets.UTF_8)));
        String issue = """
                {"survey": "%s", "ticket": "%s", "blinded": "%s"}""".formatted(manifest.code(), ticket(manifest, worker), hex(blinded.message()));
        String issued = line.post("/issue", issue);
        byte[] signature = blinder.finish(
                blinded, HexFormat.of().parseHex(issued.replaceAll(".*\"signature\":\"([0-9a-f]+)\".*", "$1")));
        worker.tag().add(Tag.of(blinded.prepared()));
        String cast = casts.of(manifest, stratum.keyId(), hex(blinded.prepared()), hex(signature), answers);
        line.post("/cast", cast);
        return new Exchange(issue, blinded.message(), blinded.prepared(), signature, cast);
    }

    /** The ticket that the phone derives from the card for this survey, 64 hexadecimal digits. */
    static String ticket(Manifest manifest, Plant.Worker worker) {
        return worker.secret().ticket(admission(manifest).slotName()).hex();
    }

    private static StratumKey key(Manifest manifest, Plant.Worker worker) {
        return admission(manifest).keys().stream()
                .filter(k -> k.stratum().equals(worker.stratum()))
                .findFirst()
                .orElseThrow();
    }

    private static Admission admission(Manifest manifest) {
        return Objects.requireNonNull(manifest.admission());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
