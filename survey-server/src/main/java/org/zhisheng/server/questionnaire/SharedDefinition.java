package org.zhisheng.server.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.questionnaire.Definition.Choice;

/** The parts that questionnaires share; each is versioned and published on its own. */
sealed interface SharedDefinition {
    /** {@code topics/<version>/definition.json}. */
    @Serdeable
    record Topics(String version, List<TopicEntry> topics) implements SharedDefinition {}

    /** A {@link Topic} without its name. */
    @Serdeable
    record TopicEntry(String code, Topic.@Nullable Field field) {}

    /** {@code scales/<version>/definition.json}: options by the name of their list. */
    @Serdeable
    record Scales(String version, Map<String, List<Choice>> scales) implements SharedDefinition {}

    /** {@code demographics/<version>/definition.json}. */
    @Serdeable
    record Demographics(String version, StratumEntry stratum, List<DemographicEntry> demographics)
            implements SharedDefinition {}

    /** The item made from the frame; its options are the strata and then these. */
    @Serdeable
    record StratumEntry(String code, String concept, List<Choice> options) {}

    /**
     * A demographic.
     *
     * @param inSmallUnits whether it may be asked where fewer than 50 workers are covered
     * @param dimensionNames what a frame's dimension that already holds it is called, Chinese and English
     */
    @Serdeable
    record DemographicEntry(
            String code, String concept, boolean inSmallUnits, List<String> dimensionNames, List<Choice> options) {}
}
