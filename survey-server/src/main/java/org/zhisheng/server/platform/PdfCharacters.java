package org.zhisheng.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Mends the text layer of a PDF. The font draws 民 and the radical ⺠ with one glyph, and the writer names the glyph by the
 * lower of the two: the page looks right, but search, copying and screen readers meet another character. Here every such
 * glyph is named by the common character. Which glyphs are shared is read from the font: Unicode's normal forms know the
 * Kangxi radicals, but not the supplement's, 车 and 食 among them.
 */
final class PdfCharacters {
    private static final int CODES = 0x10000;

    /** Most entries of one block of a map (Adobe technical note 5411). */
    private static final int BLOCK = 100;

    private static final String HEAD = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;

    private static final String FOOT = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

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

    /** Read and written as a whole: in its text, the number of a glyph looks like a character. */
    private static void mend(COSStream stream) throws IOException {
        CMap map;
        try (var text = stream.createView()) {
            map = new CMapParser().parse(text);
        }
        List<String> lines = new ArrayList<>();
        for (int code = 0; code < CODES; code++) {
            String text = map.toUnicode(code, 2);
            if (text != null) {
                lines.add(String.format(Locale.ROOT, "<%04X> <%s>\n", code, hex(common(text))));
            }
        }
        StringBuilder written = new StringBuilder(HEAD);
        for (int from = 0; from < lines.size(); from += BLOCK) {
            List<String> block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            written.append(block.size()).append(" beginbfchar\n");
            block.forEach(written::append);
            written.append("endbfchar\n");
        }
        written.append(FOOT);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static String common(String text) {
        return text.codePoints()
                .map(c -> Shared.COMMON.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Read when the first PDF is made. */
    private static final class Shared {
        /** By character, the common one that has the same glyph; absent where it is its own. */
        static final Map<Integer, Integer> COMMON = read();

        private static Map<Integer, Integer> read() {
            Map<Integer, Integer> common = new HashMap<>();
            try (TrueTypeFont font = PdfFont.REGULAR.read()) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int c = 0; c < CODES; c++) {
                    int glyph = isCommon(c) ? 0 : glyphs.getGlyphId(c);
                    List<Integer> same = glyph == 0 ? List.of() : glyphs.getCharCodes(glyph);
                    int rare = c;
                    same.stream()
                            .filter(PdfCharacters::isCommon)
                            .findFirst()
                            .ifPresent(found -> common.put(rare, found));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the font's characters cannot be read", e);
            }
            return Map.copyOf(common);
        }
    }

    private static boolean isCommon(int c) {
        return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS;
    }
}
