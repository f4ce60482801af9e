package org.zhisheng.server.platform;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Prints well-formed XHTML with inline SVG as an archivable, tagged PDF (PDF/A-2b, PDF/UA-1) that carries the used part
 * of its font, so that Chinese text looks the same everywhere. The document may name nothing outside itself.
 */
@Singleton
public final class PdfPrinter {
    static final String FONT = "Noto Sans SC";

    PdfPrinter() {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Prints a document.
     *
     * @param xhtml the document; its root element needs a language, its head a title
     * @param target where the PDF goes; it is not closed
     */
    public void print(String xhtml, OutputStream target) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(PdfFont.REGULAR::open, FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(PdfFont.BOLD::open, FONT, 700, FontStyle.NORMAL, true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_B);
        builder.usePdfVersion(1.7f);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        // Nothing is fetched: a document names only what it holds.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.withHtmlContent(xhtml, null);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        builder.toStream(pdf);
        try {
            builder.run();
            PdfCharacters.mend(pdf.toByteArray(), target);
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF could not be written", e);
        }
    }
}
