package org.zhisheng.server.response;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhisheng.server.credential.Tag;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.questionnaire.AnswerSheet;
import org.zhisheng.server.survey.Manifest;

/** Casts for tests of other packages. */
@Singleton
public final class Casting {
    private final CastQueue queue;
    private final CollectorKeys keys;
    private final Mixer mixer;
    private final SealedRows rows;
    private final Settlement settlement;
    private final CastBody bodies;

    Casting(CastQueue queue, CollectorKeys keys, Mixer mixer, SealedRows rows, Settlement settlement, CastBody bodies) {
        this.settlement = settlement;
        this.bodies = bodies;
        this.queue = queue;
        this.keys = keys;
        this.mixer = mixer;
        this.rows = rows;
    }

    /** The tag of a made-up worker. */
    public static Tag tag(long seed) {
        return Tag.of(Id.random(new Random(seed)).bytes());
    }

    /** Casts; tells whether it was counted, now or before. */
    public boolean cast(Manifest survey, Tag tag, String stratum, Map<String, List<String>> answers) {
        Outcome outcome = queue.take(survey, new Cast(tag, stratum, new AnswerSheet(answers)));
        return outcome == Outcome.COUNTED || outcome == Outcome.ALREADY_COUNTED;
    }

    /** The body of a cast with a new credential of the stratum. */
    public String body(Manifest survey, TestIssuer issuer, String stratum, Map<String, List<String>> answers) {
        Proof.Credential made = issuer.credential(survey, stratum);
        return bodies.of(survey, made.key(), made.message(), made.signature(), answers);
    }

    public int mix(Manifest survey) {
        return mixer.mix(survey);
    }

    /** The phases whose key is in the folder. */
    public List<String> phases(Manifest survey) {
        return List.of(Phase.values()).stream()
                .filter(phase -> !keys.live(survey.survey(), phase).isEmpty())
                .map(Phase::file)
                .toList();
    }

    /** How many staging keys there are. */
    public int stagingKeys(Manifest survey) {
        return keys.live(survey.survey(), Phase.STAGING).size();
    }

    /** What the job does once a minute. */
    public void disposeOfKeys() {
        settlement.destroyDueKeys();
    }

    /** The texts of a closed survey by their order in the table. */
    public List<String> texts(Manifest survey) {
        List<String> texts = new java.util.ArrayList<>();
        rows.forEachText(survey, Phase.FINAL, said -> texts.add(said.words()));
        return texts;
    }
}
