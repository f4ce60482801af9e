package org.zhisheng.analytics.cli.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads plan files and the schema they follow. */
public final class PlanFile {
    private static final String SCHEMAS = "/org/zhisheng/analytics/cli/schema/";
    private static final String ANALYSIS = "analysis-plan-1.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanFile() {}

    /** Reads an analysis plan; see {@link #read(Path, String)}. */
    public static PlanNode read(Path file) {
        return read(file, ANALYSIS);
    }

    /**
     * Reads a plan and checks it against a schema.
     *
     * @param schema file name of the schema, such as {@code score-plan-1.json}
     * @throws PlanException if the file is missing, is not JSON or breaks the schema; every fault is named by its path
     */
    public static PlanNode read(Path file, String schema) {
        return checked(parse(file), schema, "");
    }

    /**
     * Checks a part of a plan that follows a schema of its own.
     *
     * @param path where it stands, put before the path of every fault
     */
    public static PlanNode checked(JsonNode json, String schema, String path) {
        List<String> faults = new SchemaCheck(schema(schema)).check(json);
        if (!faults.isEmpty()) {
            throw new PlanException(
                    path.isEmpty()
                            ? faults
                            : faults.stream().map(f -> path + ": " + f).toList());
        }
        return new PlanNode(json, path);
    }

    /** Parses JSON that lies on the class path. */
    public static JsonNode resource(String name) {
        try (InputStream in = PlanFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new PlanException(file.toString(), "no such file");
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new PlanException(file.toString(), "not JSON" + where + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new PlanException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** The JSON Schema of analysis plans. */
    public static JsonNode schema() {
        return schema(ANALYSIS);
    }

    /** A JSON Schema by its file name. */
    public static JsonNode schema(String name) {
        return resource(SCHEMAS + name);
    }
}
