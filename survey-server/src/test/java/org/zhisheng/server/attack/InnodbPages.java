package org.zhisheng.server.attack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What InnoDB hides in its rows. In a clustered index the columns of the primary key come first and are followed by
 * DB_TRX_ID (6 bytes) and DB_ROLL_PTR (7 bytes), most significant byte first; a key that is the primary key's last column
 * is thus followed by them, in rows that were deleted too. Pages have 16 KiB and say at byte 24 what they are (17855: an
 * index).
 */
final class InnodbPages {
    private static final int PAGE = 16_384;
    private static final int TYPE_AT = 24;
    private static final int INDEX = 17_855;
    private static final int TRANSACTION_BYTES = 6;
    private static final int ROLL_BYTES = 7;

    private InnodbPages() {}

    /** Which transaction wrote, changed or deleted the row last. */
    static Map<Key, List<Long>> transactions(ByteBuffer file, Map<Key, List<Long>> places) {
        return hidden(file, places, 0, TRANSACTION_BYTES);
    }

    /** Where the change before stands in the undo log, which is filled in order. */
    static Map<Key, List<Long>> rollPointers(ByteBuffer file, Map<Key, List<Long>> places) {
        return hidden(file, places, TRANSACTION_BYTES, ROLL_BYTES);
    }

    /** Where in its page a row stands: pages are filled in order, whatever the order of the keys. */
    static Map<Key, List<Long>> inPage(Map<Key, List<Long>> places) {
        Map<Key, List<Long>> found = new HashMap<>();
        places.forEach((key, positions) ->
                found.put(key, positions.stream().map(p -> p % PAGE).toList()));
        return found;
    }

    private static Map<Key, List<Long>> hidden(ByteBuffer file, Map<Key, List<Long>> places, int from, int bytes) {
        Map<Key, List<Long>> found = new HashMap<>();
        places.forEach((key, positions) -> positions.forEach(position -> {
            int page = (int) (position / PAGE) * PAGE;
            int at = (int) (position + key.length() + from);
            if ((file.getShort(page + TYPE_AT) & 0xFFFF) == INDEX && at + bytes <= page + PAGE) {
                found.computeIfAbsent(key, k -> new ArrayList<>()).add(number(file, at, bytes));
            }
        }));
        return found;
    }

    private static long number(ByteBuffer file, int at, int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << Byte.SIZE | file.get(at + i) & 0xFF;
        }
        return number;
    }
}
