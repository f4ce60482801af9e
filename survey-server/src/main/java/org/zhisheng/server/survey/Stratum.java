package org.zhisheng.server.survey;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One cell of the frame: the workers who share a category in every dimension.
 *
 * @param code two or three digits, unique in the frame ({@code 01}); it stands in addresses and on posters
 * @param categories one category name for each dimension of the frame, as the union typed it
 * @param headcount covered workers, at least 1
 */
@Serdeable
public record Stratum(String code, List<String> categories, int headcount) {
    public Stratum {
        categories = List.copyOf(categories);
    }

    /** The stratum's name for people: its categories, parted by a middle dot. */
    public String label() {
        return String.join(" · ", categories);
    }
}
