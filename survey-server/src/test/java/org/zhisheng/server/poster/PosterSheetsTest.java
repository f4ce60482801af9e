package org.zhisheng.server.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Text;
import org.zhisheng.server.survey.Frame;
import org.zhisheng.server.survey.Manifest;
import org.zhisheng.server.survey.Mode;
import org.zhisheng.server.survey.PosterKind;
import org.zhisheng.server.survey.ReleaseRules;
import org.zhisheng.server.survey.Stratum;

@Tag("server")
@MicronautTest(startApplication = false)
final class PosterSheetsTest {
    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    @Inject
    PosterSheets sheets;

    @Test
    void eachPrintedPageCarriesItsStratumsQr() throws Exception {
        List<Poster> posters = Poster.of(manifest(PosterKind.ONE_A_STRATUM), FINGERPRINT);
        byte[] pdf = print(posters);
        keep(pdf, "poster.pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(3, document.getNumberOfPages());
            for (int page = 0; page < posters.size(); page++) {
                assertEquals(
                        "https://voice.example.org/s/7KQ2M9X/0" + (page + 1) + "#.0123456789abcdef0123",
                        decode(new PDFRenderer(document).renderImageWithDPI(page, 120)));
            }
        }
    }

    @Test
    void theWordsOnPaperAreTextWithAnEmbeddedFont() throws Exception {
        byte[] pdf = print(Poster.of(manifest(PosterKind.ONE_FOR_ALL), FINGERPRINT));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("沂河纺织有限公司工会"), text);
            assertTrue(text.contains("voice.example.org/s/7KQ2M9X"), text);
            assertTrue(text.contains("高山"), text);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded());
            }
        }
    }

    @Test
    void thePngDecodesToo() throws Exception {
        Poster poster = Poster.of(manifest(PosterKind.ONE_FOR_ALL), FINGERPRINT).getFirst();
        assertEquals(
                poster.address(),
                decode(ImageIO.read(new ByteArrayInputStream(poster.qr().png(8)))));
    }

    private byte[] print(List<Poster> posters) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        sheets.print(
                manifest(PosterKind.ONE_FOR_ALL),
                Instant.parse("2026-12-01T10:00:00Z"),
                List.of("高山", "河流", "春天", "书本"),
                3,
                posters,
                pdf);
        return pdf.toByteArray();
    }

    private static String decode(BufferedImage image) throws Exception {
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
    }

    private static void keep(byte[] pdf, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "artifacts"));
        Files.write(folder.resolve(name), pdf);
    }

    private static Manifest manifest(PosterKind kind) {
        Random random = new Random(7);
        Frame frame = new Frame(
                List.of("车间", "用工形式"),
                List.of(
                        new Stratum("01", List.of("纺纱一车间", "正式工"), 120),
                        new Stratum("02", List.of("纺纱一车间", "劳务派遣"), 44),
                        new Stratum("03", List.of("后勤", "正式工"), 31)));
        return new Manifest(
                1,
                Id.random(random),
                "7KQ2M9X",
                Id.random(random),
                "沂河纺织有限公司工会",
                Id.random(random),
                "2026 年工资集体协商",
                new Text("签约后满意度测评", "Post-contract satisfaction evaluation"),
                "post-evaluation",
                "1.0.0",
                "core",
                "00",
                List.of(),
                frame,
                Mode.POSTER,
                kind,
                Instant.parse("2026-11-20T00:00:00Z"),
                Instant.parse("2026-12-01T10:00:00Z"),
                "https://voice.example.org",
                List.of(),
                ReleaseRules.DEFAULT,
                null,
                null);
    }
}
