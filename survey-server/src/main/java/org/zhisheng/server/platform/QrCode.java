package org.zhisheng.server.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A QR code with error correction level M (15 %) and the standard's quiet zone of four modules.
 *
 * @param modules the square of modules, quiet zone included; set where dark
 */
public record QrCode(BitMatrix modules) {
    private static final int QUIET_ZONE = 4;

    /** The code of an address. */
    public static QrCode of(String content) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE,
                EncodeHintType.CHARACTER_SET,
                StandardCharsets.UTF_8.name());
        try {
            return new QrCode(new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("an address of " + content.length() + " characters fits no QR code", e);
        }
    }

    /** Modules along a side, quiet zone included. */
    public int size() {
        return modules.getWidth();
    }

    /** Whether the module is dark; outside the code everything is light. */
    public boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y);
    }

    /**
     * Dark modules beside each other.
     *
     * @param x the first from the left
     * @param y their row from the top
     * @param length how many
     */
    public record Bar(int x, int y, int length) {}

    /** The dark modules, row by row. */
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                if (dark(x, y)) {
                    int start = x;
                    while (dark(x + 1, y)) {
                        x++;
                    }
                    bars.add(new Bar(start, y, x + 1 - start));
                }
            }
        }
        return bars;
    }

    /** A stand-alone SVG document that scales without blur: one path, one unit a module. */
    public String svg() {
        String path = bars().stream()
                .map(bar -> "M%1$d %2$dh%3$dv1H%1$dz".formatted(bar.x(), bar.y(), bar.length()))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>""".formatted(size(), path);
    }

    /** A PNG image with the given number of pixels a module. */
    public byte[] png(int scale) {
        int side = size() * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, dark(x / scale, y / scale) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the PNG could not be written", e);
        }
        return bytes.toByteArray();
    }
}
