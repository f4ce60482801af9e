package org.zhisheng.server.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.questionnaire.Definition.DemographicsRule;

/** One version of a questionnaire, as it was published; it never changes. */
public final class Questionnaire {
    private final Heading heading;
    private final DemographicsRule rule;
    private final List<ItemTemplate> templates;
    private final SequencedMap<String, Topic> topics;
    private final Demographics demographics;

    Questionnaire(
            Heading heading,
            DemographicsRule rule,
            List<ItemTemplate> templates,
            SequencedMap<String, Topic> topics,
            Demographics demographics) {
        this.heading = heading;
        this.rule = rule;
        this.templates = List.copyOf(templates);
        this.topics = topics;
        this.demographics = demographics;
    }

    /** What a questionnaire is known by. */
    record Heading(String id, String version, String prefix, Text title, Text purpose, String hash) {}

    /** Its id: {@code pre-demand}, {@code mid-pulse}, {@code post-evaluation} or {@code annual-check}. */
    public String id() {
        return heading.id();
    }

    /** Its version, for example {@code 1.0.0}. */
    public String version() {
        return heading.version();
    }

    /** What its item codes start with: {@code PRE}, {@code PULSE}, {@code POST} or {@code ANN}. */
    public String prefix() {
        return heading.prefix();
    }

    /** Its title. */
    public Text title() {
        return heading.title();
    }

    /** What respondents read before the first item. */
    public Text purpose() {
        return heading.purpose();
    }

    /**
     * SHA-256 (64 hexadecimal digits) over the bytes of all its files and of the shared parts that it uses. It is the
     * digest of what {@code sha256sum} prints for them, named from the folder of the questionnaires and in this order: for each
     * of {@code <id>/<version>}, {@code topics/…}, {@code demographics/…}, {@code scales/…} the files
     * {@code definition.json}, {@code zh-CN.json}, {@code en.json}; so that anyone can compute it.
     */
    public String hash() {
        return heading.hash();
    }

    /** All topics, in order. */
    public List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /** All demographics that can be asked, in order. */
    public List<Item> demographics() {
        return demographics.all();
    }

    /**
     * Codes of the demographics that may be asked: only job and employment where fewer than 50 workers are covered, and none
     * that the frame already holds.
     *
     * @param headcount covered workers
     * @param dimensions names of the frame's dimensions
     */
    public List<String> allowedDemographics(int headcount, List<String> dimensions) {
        return demographics.allowed(headcount, dimensions);
    }

    /** Codes of the demographics to ask where nobody chose: at most two, see {@link #allowedDemographics}. */
    public List<String> defaultDemographics(int headcount, List<String> dimensions) {
        List<String> allowed = demographics.allowed(headcount, dimensions);
        return rule.byDefault().stream()
                .filter(allowed::contains)
                .limit(Demographics.BY_DEFAULT)
                .toList();
    }

    /**
     * The items as they are put to respondents, in order, with everything filled in.
     *
     * @throws IllegalArgumentException where the fill names a topic or a demographic that does not exist
     */
    public List<Item> items(Length length, Fill fill) {
        List<Item> items = new ArrayList<>();
        for (ItemTemplate template : templates) {
            if (length == Length.FULL || template.core()) {
                items.addAll(template.fill(length, fill, topics));
            }
            if (template.item().code().equals(rule.after())) {
                items.addAll(demographics.items(fill.demographics()));
            }
        }
        return List.copyOf(items);
    }

    /**
     * The item {@link Item#STRATUM} that stands in front where one poster serves all strata. "Rather not say" is its last
     * option and counts as {@link Missing#REFUSED}.
     *
     * @param strata what respondents read, by the code of the stratum
     */
    public Item stratumItem(SequencedMap<String, String> strata) {
        Map<String, Option> options = new LinkedHashMap<>();
        strata.forEach((code, label) -> options.put(code, Option.plain(code, Text.same(label))));
        return demographics.stratum(options);
    }
}
