package org.zhisheng.server.organization;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;

/**
 * What an administrator states about an organization, apart from its place in the tree.
 *
 * @param kind what it is
 * @param name its name as on its seal, 1 to 200 characters
 * @param areaCode GB/T 2260 code of 6, 9 or 12 digits, or null
 * @param size how large the enterprise is, or null
 * @param ownership whose the enterprise is, or null
 */
public record OrganizationFacts(
        OrganizationKind kind,
        String name,
        @Nullable String areaCode,
        @Nullable SizeClass size,
        @Nullable Ownership ownership) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    /** An enterprise of which only the name is known. */
    public static OrganizationFacts enterprise(String name) {
        return new OrganizationFacts(OrganizationKind.ENTERPRISE, name, null, null, null);
    }

    /** What is wrong with the entries {@code name} and {@code areaCode}; empty when nothing is. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(Fault.of("name", "organization.fault.name-missing"));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Fault.of("name", "organization.fault.name-long", LONGEST_NAME));
        }
        if (areaCode != null && !areaCode.matches("[0-9]{6}([0-9]{3}([0-9]{3})?)?")) {
            faults.add(Fault.of("areaCode", "organization.fault.area-code"));
        }
        return faults;
    }

    /** The organization at a place in the tree; size and ownership are kept for enterprises only. */
    Organization organization(Id id, @Nullable Id parent, int position) {
        boolean isEnterprise = kind == OrganizationKind.ENTERPRISE;
        return new Organization(
                id,
                parent,
                kind,
                name,
                areaCode,
                position,
                isEnterprise ? size : null,
                isEnterprise ? ownership : null);
    }
}
