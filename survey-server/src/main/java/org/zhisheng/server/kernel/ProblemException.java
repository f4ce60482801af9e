package org.zhisheng.server.kernel;

import java.io.Serial;
import java.util.List;

/** A problem of the catalogue, on its way to the reader. It is mapped to a page or a problem document in one place. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Object> arguments;
    private final transient List<Fault> faults;

    private ProblemException(Problem problem, List<Object> arguments, List<Fault> faults) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.arguments = List.copyOf(arguments);
        this.faults = List.copyOf(faults);
    }

    /** A problem with the values that its message names. */
    public static ProblemException of(Problem problem, Object... arguments) {
        return new ProblemException(problem, List.of(arguments), List.of());
    }

    /** Invalid input: what is wrong with which entries. */
    public static ProblemException invalid(List<Fault> faults) {
        return new ProblemException(Problem.INVALID_INPUT, List.of(), faults);
    }

    /** Invalid input in one entry. */
    public static ProblemException invalid(Fault fault) {
        return invalid(List.of(fault));
    }

    public Problem problem() {
        return problem;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Fault> faults() {
        return faults;
    }
}
