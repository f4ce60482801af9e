package org.zhisheng.server.organization;

import java.util.List;
import org.zhisheng.server.kernel.Fault;

/**
 * Names of enterprises as somebody pasted them: one a line; blank lines, the cells after a tab and names that come twice
 * are left out.
 *
 * @param names the names in their order
 * @param faults what is wrong with the entry {@code names}
 */
public record EnterpriseList(List<String> names, List<Fault> faults) {
    /** So many are made at once; a county has fewer with a union of their own. */
    static final int MOST = 2_000;

    public EnterpriseList {
        names = List.copyOf(names);
        faults = List.copyOf(faults);
    }

    /** Reads a pasted list. */
    public static EnterpriseList read(String pasted) {
        List<String> names = pasted.lines()
                .map(line -> line.split("\t", 2)[0].strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new EnterpriseList(names, faults(names));
    }

    private static List<Fault> faults(List<String> names) {
        if (names.isEmpty()) {
            return List.of(Fault.of("names", "organization.fault.list-empty"));
        }
        if (names.size() > MOST) {
            return List.of(Fault.of("names", "organization.fault.list-long", MOST));
        }
        return names.stream()
                .filter(name -> name.length() > OrganizationFacts.LONGEST_NAME)
                .findFirst()
                .map(name -> List.of(Fault.of(
                        "names",
                        "organization.fault.list-name",
                        names.indexOf(name) + 1,
                        OrganizationFacts.LONGEST_NAME)))
                .orElse(List.of());
    }
}
