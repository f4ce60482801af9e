package org.zhisheng.server.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The font of everything on paper, which lies in the templates module. */
public enum PdfFont {
    REGULAR("NotoSansSC-Regular.ttf"),
    BOLD("NotoSansSC-Bold.ttf");

    private final String file;

    PdfFont(String file) {
        this.file = file;
    }

    InputStream open() {
        InputStream stream = PdfFont.class.getResourceAsStream("/" + Views.FOLDER + "/fonts/" + file);
        if (stream == null) {
            throw new IllegalStateException(file + " is missing from the templates module");
        }
        return stream;
    }

    /**
     * The font as PDFBox draws with it. It takes ten megabytes and serves one thread; documents that embed a part of it need
     * it until they are saved.
     */
    public TrueTypeFont read() {
        try (InputStream stream = open()) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
