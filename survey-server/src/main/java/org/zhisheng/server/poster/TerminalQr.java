package org.zhisheng.server.poster;

import java.util.ArrayList;
import java.util.List;
import org.zhisheng.server.platform.QrCode;

/**
 * A QR code in a terminal: two modules in one character by half blocks, black on white whatever the terminal's own
 * colours, since scanners want dark modules on a light ground. The quiet zone is part of it.
 */
public final class TerminalQr {
    /** Black on bright white, as the control sequences of ECMA-48 have it. */
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";

    private static final String AS_BEFORE = "\u001b[0m";

    private TerminalQr() {}

    /** The lines of an address's code, each with its colours set and unset. */
    public static List<String> lines(String address) {
        QrCode code = QrCode.of(address);
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < code.size(); y += 2) {
            StringBuilder line = new StringBuilder(BLACK_ON_WHITE);
            for (int x = 0; x < code.size(); x++) {
                line.append(cell(code.dark(x, y), code.dark(x, y + 1)));
            }
            lines.add(line.append(AS_BEFORE).toString());
        }
        return lines;
    }

    private static char cell(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '█' : '▀';
        }
        return lower ? '▄' : ' ';
    }
}
