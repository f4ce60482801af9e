package org.zhisheng.server.survey;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.zhisheng.server.kernel.Text;

/**
 * One item as an officer reads it before launch.
 *
 * @param number its place, from 1
 * @param code its code
 * @param kind how it is answered, in words
 * @param question the wording in both languages
 * @param hint the line of help in both languages, empty where there is none
 * @param options the options in both languages
 * @param conditions who is asked, in words; empty: everybody
 * @param restricted whether only the worker side may see its result
 */
@Introspected
public record ItemView(
        int number,
        String code,
        String kind,
        Text question,
        Text hint,
        List<Text> options,
        List<String> conditions,
        boolean restricted) {
    public ItemView {
        options = List.copyOf(options);
        conditions = List.copyOf(conditions);
    }
}
