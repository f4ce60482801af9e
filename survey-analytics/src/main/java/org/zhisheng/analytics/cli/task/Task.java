package org.zhisheng.analytics.cli.task;

import org.zhisheng.analytics.cli.output.Fields;

/** One estimate of a plan, read and checked, ready to be made. */
@FunctionalInterface
public interface Task {
    /** Makes it; the fields are put below its name in the output. */
    Fields run(Survey survey);

    /** Says what it will count, so that one pass over the data can serve several estimates. */
    default void prepare(Survey survey) {}
}
