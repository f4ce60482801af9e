package org.zhisheng.analytics.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own check beside an independent validator: both refuse the same plans, ours names the place. */
final class SchemaCheckTest {
    private static final Schema INDEPENDENT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PlanFile.schema().toString());

    private static List<String> faults(String plan) throws IOException {
        return new SchemaCheck(PlanFile.schema()).check(new ObjectMapper().readTree(plan));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'plan':2,'estimates':[]} | plan must be 1",
                "{'plan':1} | the plan needs 'estimates'",
                "{'plan':1,'estimates':[]} | estimates needs at least 1 element(s)",
                "{'plan':1,'estimates':[{'name':'a','estimate':'mean'}]} | estimates[0] needs 'of'",
                "{'plan':1,'estimates':[{'name':'','estimate':'mean','of':'q'}]} | estimates[0].name must not be empty",
                "{'plan':1,'estimates':[{'name':'a','estimate':'mean','of':[]}]} | estimates[0].of needs at least 1 element(s)",
                "{'plan':1,'estimates':[{'name':'a','estimate':'mean','of':5}]} | estimates[0].of must be: one name, or an array of names",
                "{'plan':1,'data':{},'estimates':[{'name':'a','estimate':'weights'}]} | data needs 'file'",
                "{'plan':1,'dsign':{},'estimates':[{'name':'a','estimate':'weights'}]} | dsign is not known here (did you mean 'design'?)",
                "{'plan':1,'design':{'kind':'T'},'estimates':[{'name':'a','estimate':'weights'}]} | design.kind is 'T', which must be one of",
                "{'plan':1,'design':{'margins':[{'by':'x'}]},'estimates':[{'name':'a','estimate':'weights'}]} | design.margins[0] needs 'counts'",
                "{'plan':1,'design':{'margins':[{'by':'x','counts':{'a':-1}}]},'estimates':[{'name':'a','estimate':'weights'}]} | design.margins[0].counts.a is -1, which must be at least 0 太小",
                "{'plan':1,'estimates':[{'name':'a','estimate':'sample_size','half_width':0.05,'population':10.5}]} | estimates[0].population must be an integer, not 10.5",
                "{'plan':1,'derived':[{'name':'d','cases':[{'value':1}]}],'estimates':[{'name':'a','estimate':'weights'}]} | derived[0].cases[0] needs 'when'"
            })
    void namesThePath(String plan, String fault) throws IOException {
        String json = plan.replace('\'', '"').replaceAll("\"([a-z]+)\"\\?", "'$1'?");
        List<String> faults = faults(json);
        assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), faults.toString());
        assertFalse(INDEPENDENT.validate(json, InputFormat.JSON).isEmpty(), "the schema itself allows it");
    }

    @Test
    void namesEveryFaultAtOnce() throws IOException {
        List<String> faults = faults(
                "{\"plan\":1,\"estimates\":[{\"name\":\"a\",\"estimate\":\"ratio\"},{\"estimate\":\"total\",\"of\":\"x\"}]}");
        assertEquals(
                List.of(
                        "estimates[0] needs 'numerator' 缺少这一项",
                        "estimates[0] needs 'denominator' 缺少这一项",
                        "estimates[1] needs 'name' 缺少这一项"),
                faults.stream().distinct().toList());
    }
}
