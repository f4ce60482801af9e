package org.zhisheng.analytics.cli.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.zhisheng.analytics.cli.plan.PlanException;
import org.zhisheng.analytics.cli.plan.PlanFile;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.score.Aggregation;
import org.zhisheng.analytics.score.Scheme;
import org.zhisheng.analytics.score.SchemeCheck;
import org.zhisheng.analytics.score.SchemeFault;
import org.zhisheng.analytics.score.SchemeId;

/** Finds and reads schemes. */
public final class SchemeFile {
    private static final String SCHEMA = "scheme-1.json";
    private static final String ROOT = "/org/zhisheng/analytics/cli/scheme/schemes/";

    private SchemeFile() {}

    /**
     * Reads the scheme that a plan names: a published one as id/version, a file beside the plan, or the scheme itself.
     *
     * @throws PlanException naming what the schema does not allow; weights and sources are checked by {@link #check}
     */
    public static Scheme read(PlanNode node, Path folder) {
        if (node.json().isObject()) {
            return new SchemeReader(PlanFile.checked(node.json(), SCHEMA, node.path())).read();
        }
        String name = node.text();
        if (name.endsWith(".json")) {
            return read(folder.resolve(name));
        }
        if (name.indexOf('/') < 1 || SchemeFile.class.getResource(ROOT + name + "/definition.json") == null) {
            throw node.fault("there is no published scheme '" + name
                    + "': name one as id/version, like cb-qei/1.0.0, or a file that ends in .json");
        }
        return published(SchemeId.parse(name));
    }

    /** Reads a scheme from a file. */
    public static Scheme read(Path file) {
        return new SchemeReader(PlanFile.read(file, SCHEMA)).read();
    }

    /** Reads a scheme that was parsed already, such as one that an editor holds. */
    public static Scheme of(JsonNode json) {
        return new SchemeReader(PlanFile.checked(json, SCHEMA, "")).read();
    }

    /** A published scheme. */
    public static Scheme published(SchemeId id) {
        return new SchemeReader(new PlanNode(PlanFile.resource(ROOT + id + "/definition.json"), "")).read();
    }

    /** The words of a published scheme in a language ({@code zh-CN} or {@code en}); empty where it has none. */
    public static SchemeWords words(SchemeId id, String language) {
        String name = ROOT + id + "/" + language + ".json";
        return SchemeFile.class.getResource(name) == null
                ? SchemeWords.NONE
                : SchemeWords.read(new PlanNode(PlanFile.resource(name), ""));
    }

    /**
     * Checks weights, names, bands and sources.
     *
     * @throws PlanException with every fault
     */
    public static void check(Scheme scheme, String path) {
        List<SchemeFault> faults = faults(scheme);
        if (!faults.isEmpty()) {
            throw new PlanException(faults.stream().map(f -> path + ": " + f).collect(Collectors.toList()));
        }
    }

    /** What is wrong with weights, names, bands and sources; empty where all is in order. */
    public static List<SchemeFault> faults(Scheme scheme) {
        return SchemeCheck.everything(scheme, Catalogue.published());
    }

    /** Reads means as a scheme writes them. */
    public static Aggregation aggregation(PlanNode node) {
        return SchemeReader.aggregation(node, Aggregation.ARITHMETIC);
    }
}
