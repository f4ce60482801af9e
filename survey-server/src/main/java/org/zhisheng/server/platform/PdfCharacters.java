package org.zhisheng.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Mends the text layer of a PDF. The font draws 工 and the Kangxi radical ⼯ with one glyph, and the writer names the
 * glyph by the radical: the page looks right, but search, copying and screen readers meet another character. Here every
 * radical in the fonts' maps becomes the common character.
 */
final class PdfCharacters {
    /** One code unit of the radical blocks (U+2E80–U+2FDF) as the target of a mapping. */
    private static final Pattern RADICAL = Pattern.compile("<(2[EeFf][0-9A-Fa-f]{2})>");

    private PdfCharacters() {}

    static void mend(byte[] pdf, OutputStream target) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObject object : document.getDocument().getObjectsByType(COSName.FONT)) {
                if (object.getObject() instanceof COSDictionary font
                        && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
                    mend(map);
                }
            }
            document.save(target);
        }
    }

    private static void mend(COSStream map) throws IOException {
        String text;
        try (var in = map.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        String mended = RADICAL.matcher(text).replaceAll(PdfCharacters::common);
        COSBase filter = map.getFilters();
        try (OutputStream out = map.createOutputStream(filter)) {
            out.write(mended.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static String common(MatchResult radical) {
        String character = Character.toString(HexFormat.fromHexDigits(radical.group(1)));
        String normal = Normalizer.normalize(character, Normalizer.Form.NFKC);
        return "<" + HexFormat.of().withUpperCase().formatHex(normal.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
