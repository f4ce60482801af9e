package org.zhisheng.analytics.cli.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhisheng.analytics.cli.plan.PlanNode;
import org.zhisheng.analytics.data.Missing;

/**
 * Which cells stand for a missing value. The empty cell is always blank, unless given another reason.
 *
 * @param reasons the reason of each such cell
 */
public record MissingCodes(Map<String, Missing> reasons) {
    private static final Map<String, Missing> KEYS =
            Map.of("blank", Missing.BLANK, "unsure", Missing.DONT_KNOW, "not_asked", Missing.NOT_ASKED);

    /** No codes but the empty cell. */
    public static final MissingCodes NONE = new MissingCodes(Map.of("", Missing.BLANK));

    public MissingCodes {
        reasons = Map.copyOf(reasons);
    }

    /** Reads the codes under {@code missing}; the given ones if there is no such key. */
    public static MissingCodes read(PlanNode node, MissingCodes otherwise) {
        PlanNode missing = node.find("missing");
        if (missing == null) {
            return otherwise;
        }
        Map<String, Missing> reasons = new LinkedHashMap<>(NONE.reasons);
        KEYS.forEach((key, reason) -> missing.texts(key).forEach(code -> {
            Missing before = reasons.put(code, reason);
            if (before != null && before != reason && !code.isEmpty()) {
                throw missing.fault("'" + code + "' stands under two reasons");
            }
        }));
        return new MissingCodes(reasons);
    }

    /** The reason that a cell stands for, or null if it is a value. */
    @Nullable Missing reason(String cell) {
        Missing exact = reasons.get(cell);
        return exact == null && cell.isBlank() ? reasons.get("") : exact;
    }
}
