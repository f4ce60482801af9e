package org.zhisheng.server.organization;

import org.jspecify.annotations.Nullable;
import org.zhisheng.server.kernel.Id;

/**
 * A union organization: one node of the tree.
 *
 * @param id its id, which is not an area code: zones and groups have none
 * @param parent the organization above it, or null for a root
 * @param kind what it is
 * @param name its name as on its seal
 * @param areaCode GB/T 2260 code of its area, or null
 * @param position where it stands among its siblings
 * @param size how large the enterprise is, or null where unknown or no enterprise
 * @param ownership whose the enterprise is, or null where unknown or no enterprise
 */
public record Organization(
        Id id,
        @Nullable Id parent,
        OrganizationKind kind,
        String name,
        @Nullable String areaCode,
        int position,
        @Nullable SizeClass size,
        @Nullable Ownership ownership) {

    /** An organization of which nothing more is known. */
    public Organization(
            Id id, @Nullable Id parent, OrganizationKind kind, String name, @Nullable String areaCode, int position) {
        this(id, parent, kind, name, areaCode, position, null, null);
    }
}
