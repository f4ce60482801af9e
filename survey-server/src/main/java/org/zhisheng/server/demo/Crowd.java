package org.zhisheng.server.demo;

import java.io.IOException;
import java.util.Random;
import java.util.function.IntConsumer;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Stratum;

/**
 * The workers who answer a survey of a scene, the same ones with the same answers every time. Each has a client-made id,
 * so that a crowd that was interrupted may simply answer again.
 */
final class Crowd {
    private final Scene.Survey survey;
    private final Fielded fielded;

    Crowd(Scene.Survey survey, Fielded fielded) {
        this.survey = survey;
        this.fielded = fielded;
    }

    /** How many workers answer. */
    int size() {
        return fielded.manifest().frame().strata().stream().mapToInt(this::size).sum();
    }

    private int size(Stratum stratum) {
        Temper temper = survey.strata().get(stratum.code());
        return temper == null ? 0 : Math.toIntExact(Math.round(stratum.headcount() * temper.rate()));
    }

    /**
     * Lets everybody answer.
     *
     * @param progress told after each worker how many have answered
     */
    void answer(PhoneClient phone, IntConsumer progress) throws IOException, InterruptedException {
        int answered = 0;
        for (Stratum stratum : fielded.manifest().frame().strata()) {
            Temper temper = survey.strata().get(stratum.code());
            for (int i = 0; temper != null && i < size(stratum); i++) {
                Worker worker = new Worker(temper, survey.answers(), random(stratum, i));
                Id cast = SceneIds.cast(fielded.id(), stratum.code(), i);
                phone.send(
                        fielded.manifest(),
                        cast,
                        stratum.code(),
                        worker.answer(fielded.manifest().items()));
                progress.accept(++answered);
            }
        }
    }

    /** Seeded by the scene's own names, not by anything drawn at launch: every installation shows the same figures. */
    private Random random(Stratum stratum, int number) {
        return new Random(SceneIds.cast(
                        SceneIds.round(
                                survey.round().organization(), survey.round().name()),
                        stratum.code(),
                        number)
                .low());
    }
}
