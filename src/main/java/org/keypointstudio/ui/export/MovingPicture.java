package org.keypointstudio.ui.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes pictures one after the other as an animated GIF that begins anew without end. The tree of
 * metadata is that of Java's own documents, "GIF Metadata Format Specification" of {@code
 * javax.imageio.metadata}.
 */
public final class MovingPicture {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** Says that the sequence is repeated without end (Netscape Navigator 2.0's block). */
  private static final byte[] WITHOUT_END = {1, 0, 0};

  private final int width;
  private final Duration each;

  /**
   * A way of writing.
   *
   * @param width of the picture in pixels; the height follows from each picture's own shape
   * @param each how long each picture is shown, in steps of 10 ms
   */
  public MovingPicture(int width, Duration each) {
    this.width = width;
    this.each = each;
  }

  /**
   * Writes the pictures of some files.
   *
   * @throws IOException if a picture cannot be read, or the file not be written
   */
  public void write(List<Path> pictures, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      if (out == null) {
        throw new IOException("%s cannot be written.".formatted(file));
      }
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Path picture : pictures) {
        BufferedImage frame = scaled(read(picture));
        writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage read(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    if (image == null) {
      throw new IOException("%s is no picture that could be read.".formatted(picture));
    }
    return image;
  }

  private BufferedImage scaled(BufferedImage image) {
    int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private IIOMetadata metadata(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(frame), writer.getDefaultWriteParam());
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", String.valueOf(each.toMillis() / 10));
    IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
    repeat.setAttribute("applicationID", "NETSCAPE");
    repeat.setAttribute("authenticationCode", "2.0");
    repeat.setUserObject(WITHOUT_END.clone());
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(repeat);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(control);
    root.appendChild(extensions);
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }
}
