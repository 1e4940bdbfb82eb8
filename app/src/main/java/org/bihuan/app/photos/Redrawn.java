package org.bihuan.app.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A photo drawn anew: the picture and nothing else. What the camera wrote into the file, its place above all, is gone. */
final class Redrawn {
    private static final int LONGEST_EDGE = 1600;
    private static final long MOST_PIXELS = 60_000_000;
    private static final float QUALITY = 0.8f;

    private Redrawn() {}

    /**
     * The photo as a JPEG of at most 1600 pixels on either edge.
     *
     * @throws PhotoRefused when it is none that can be drawn
     */
    static byte[] of(byte[] file) throws PhotoRefused {
        PhotoKind kind = PhotoKind.of(file)
                .orElseThrow(() -> new PhotoRefused(
                        "这个文件不是照片（按内容判断）；请选 JPEG 或 PNG 照片",
                        "by its content the file is no photo: choose a JPEG or PNG"));
        if (!kind.isTaken()) {
            throw new PhotoRefused(
                    "暂不能收 " + kind + " 格式；请在手机相机设置里选“兼容性最佳（JPEG）”，或截屏后上传",
                    kind + " cannot be taken: set the camera to most compatible (JPEG), or send a screenshot");
        }
        try {
            BufferedImage read = read(file);
            return write(upright(read, kind == PhotoKind.JPEG ? Orientation.of(file) : Orientation.UPRIGHT));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PhotoRefused("照片已损坏，打不开；请重拍", "the photo is damaged and does not open: take it again");
        }
    }

    private static BufferedImage read(byte[] file) throws IOException, PhotoRefused {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) { // known before a byte of the picture is unpacked
                    throw new PhotoRefused(
                            "照片超过6000万像素；请调低分辨率",
                            "the photo has more than 60 million pixels: choose a lower resolution");
                }
                int edge = Math.max(reader.getWidth(0), reader.getHeight(0));
                ImageReadParam every = reader.getDefaultReadParam();
                int step = Math.max(1, edge / (2 * LONGEST_EDGE));
                every.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, every);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        double scale = Math.min(1.0, (double) LONGEST_EDGE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean lies = orientation >= 5;
        BufferedImage drawn =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        graphics.transform(turn(orientation, width, height));
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] write(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
