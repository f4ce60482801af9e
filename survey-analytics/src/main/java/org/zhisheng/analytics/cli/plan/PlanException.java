package org.zhisheng.analytics.cli.plan;

import java.util.List;

/** A plan that cannot be followed; each fault names its place in the plan and what to do. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    public PlanException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public PlanException(String path, String problem) {
        this(List.of(path + ": " + problem));
    }

    /** The faults, one sentence each. */
    public List<String> faults() {
        return faults;
    }
}
