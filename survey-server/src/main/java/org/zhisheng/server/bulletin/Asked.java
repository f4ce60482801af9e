package org.zhisheng.server.bulletin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever verifies brings along from paper.
 *
 * @param words the check words on the card or poster; null where none were given
 * @param fingerprint the beginning of the manifest's fingerprint, from the QR or kept from elsewhere; null where none was given
 * @param receipts receipts to be looked up, as four words or as hexadecimal digits
 */
public record Asked(@Nullable String words, @Nullable String fingerprint, List<String> receipts) {
    /** Nothing brought along. */
    public static final Asked NOTHING = new Asked(null, null, List.of());

    public Asked {
        receipts = List.copyOf(receipts);
    }
}
