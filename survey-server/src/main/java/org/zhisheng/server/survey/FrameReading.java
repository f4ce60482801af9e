package org.zhisheng.server.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;

/**
 * What came out of reading a typed frame.
 *
 * @param frame the frame, or null where it has faults
 * @param faults what is wrong; the field is {@code cell.<line>.<column>}, both from 1, or {@code frame}
 * @param notices what was filled in, skipped or added up on the way
 */
record FrameReading(@Nullable Frame frame, List<Fault> faults, List<Notice> notices) {
    FrameReading {
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
    }
}
