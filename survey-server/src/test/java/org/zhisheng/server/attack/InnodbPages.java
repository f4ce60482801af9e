package org.zhisheng.server.attack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hidden transaction id of InnoDB's rows. In a clustered index the columns of the primary key come first and are
 * followed by DB_TRX_ID (6 bytes, most significant first); a key that is the primary key's last column is thus followed
 * by it, in rows that were deleted too. Pages have 16 KiB and say at byte 24 what they are (17855: an index).
 */
final class InnodbPages {
    private static final int PAGE = 16_384;
    private static final int TYPE_AT = 24;
    private static final int INDEX = 17_855;
    private static final int TRANSACTION_BYTES = 6;

    private InnodbPages() {}

    static Map<Key, List<Long>> transactions(ByteBuffer file, Map<Key, List<Long>> places) {
        Map<Key, List<Long>> found = new HashMap<>();
        places.forEach((key, positions) -> positions.forEach(position -> {
            int page = (int) (position / PAGE) * PAGE;
            int end = (int) (position + key.length());
            if ((file.getShort(page + TYPE_AT) & 0xFFFF) == INDEX && end + TRANSACTION_BYTES <= page + PAGE) {
                found.computeIfAbsent(key, k -> new ArrayList<>()).add(number(file, end));
            }
        }));
        return found;
    }

    private static long number(ByteBuffer file, int at) {
        long number = 0;
        for (int i = 0; i < TRANSACTION_BYTES; i++) {
            number = number << Byte.SIZE | file.get(at + i) & 0xFF;
        }
        return number;
    }
}
