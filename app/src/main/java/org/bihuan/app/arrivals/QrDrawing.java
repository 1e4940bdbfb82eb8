package org.bihuan.app.arrivals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * The QR code of a receipt.
 *
 * @param size modules along an edge, margin included
 * @param path of an SVG path with the dark modules
 */
public record QrDrawing(int size, String path) {
    static QrDrawing of(String text) {
        try {
            BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder drawn = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    drawn.append(dots.get(x, y) ? "M" + x + " " + y + "h1v1h-1z" : "");
                }
            }
            return new QrDrawing(dots.getWidth(), drawn.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("cannot be written as a QR code", e);
        }
    }
}
