package org.zhisheng.server.poster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalQrTest {
    /** Half a character is a square of so many pixels. */
    private static final int MODULE = 6;

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.23:8080/s/7KQ2M4X", "https://survey.example.org/s/7KQ2M4X/01"})
    void aCameraReadsTheAddressFromADarkTerminal(String address) throws Exception {
        BufferedImage screen = screen(TerminalQr.lines(address));

        assertEquals(address, decode(screen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://survey.example.org/s/7KQ2M4X"})
    void everyLineHasOneWidthAndLeavesTheTerminalAsItWas(String address) {
        List<String> lines = TerminalQr.lines(address);

        assertEquals(1, lines.stream().map(String::length).distinct().count());
        assertTrue(lines.stream().allMatch(line -> line.startsWith("\u001b[30;107m") && line.endsWith("\u001b[0m")));
    }

    /** Paints what a terminal would: only what the colour sequences say, on a black screen. */
    private static BufferedImage screen(List<String> lines) {
        int margin = 40;
        int width = lines.getFirst().length() * MODULE + 2 * margin;
        BufferedImage image =
                new BufferedImage(width, lines.size() * 2 * MODULE + 2 * margin, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int row = 0; row < lines.size(); row++) {
            String cells = lines.get(row).replaceAll("\u001b\\[[0-9;]*m", "");
            for (int column = 0; column < cells.length(); column++) {
                int x = margin + column * MODULE;
                int y = margin + row * 2 * MODULE;
                char cell = cells.charAt(column);
                pen.setColor(cell == '█' || cell == '▀' ? Color.BLACK : Color.WHITE);
                pen.fillRect(x, y, MODULE, MODULE);
                pen.setColor(cell == '█' || cell == '▄' ? Color.BLACK : Color.WHITE);
                pen.fillRect(x, y + MODULE, MODULE, MODULE);
            }
        }
        pen.dispose();
        return image;
    }

    private static String decode(BufferedImage image) throws Exception {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
