package org.zhisheng.server.response;

import org.zhisheng.server.kernel.Id;

/**
 * What somebody wrote, apart from everything else that they answered.
 *
 * @param id the text's own id, drawn at random when the survey closed
 * @param item code of the item that it answers
 * @param words as typed; shown to nobody but to the person who redacts it
 */
public record FreeText(Id id, String item, String words) {
    @Override
    public String toString() {
        return "FreeText[redacted]";
    }
}
