package org.zhisheng.server.poster;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhisheng.server.platform.QrCode;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.Stratum;

/**
 * One QR on the wall.
 *
 * @param name {@code all} for one that serves every stratum, else the stratum's code; part of its file's name
 * @param stratum the stratum whose workers it is for, or null for all
 * @param address what the QR carries: the survey's address with the beginning of the manifest's fingerprint after
 *     {@code #}, where no server, log or preview sees it
 */
public record Poster(String name, @Nullable Stratum stratum, String address) {
    /** Name of the poster that serves every stratum. */
    public static final String ALL = "all";

    /** Hexadecimal digits of the fingerprint that the QR carries: 80 bits. */
    static final int FINGERPRINT_DIGITS = 20;

    /** The posters of a survey: one a stratum, or one for all. */
    public static List<Poster> of(Manifest manifest, String fingerprint) {
        String base = manifest.address() + "/s/" + manifest.code();
        String check = "#." + fingerprint.substring(0, FINGERPRINT_DIGITS);
        if (manifest.poster() == PosterKind.ONE_FOR_ALL) {
            return List.of(new Poster(ALL, null, base + check));
        }
        return manifest.frame().strata().stream()
                .map(s -> new Poster(s.code(), s, base + "/" + s.code() + check))
                .toList();
    }

    /** The address as a person types it: no scheme, no fragment. */
    public String typed() {
        URI uri = URI.create(address);
        return uri.getAuthority() + uri.getPath();
    }

    /** Its QR code. */
    public QrCode qr() {
        return QrCode.of(address);
    }
}
