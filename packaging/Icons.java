import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon in every size and container that a system wants: {@code java
 * packaging/Icons.java} writes {@code assets/icons/*.png}, {@code
 * packaging/icons/keypoint-studio.ico} and {@code .icns}. The drawing lives in a square of side
 * 100.
 */
final class Icons {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

  /** Apple's four-letter types for PNG pictures, by their side in pixels. */
  private static final Map<Integer, String> ICNS_TYPES =
      new TreeMap<>(
          Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

  private static final Color TOP = new Color(0x1B3A5C);
  private static final Color BOTTOM = new Color(0x0B1A2B);
  private static final Color FACE = new Color(0xE8EEF4);
  private static final Color POINT = new Color(0x14C99A);
  private static final Color PREDICTION = new Color(0xE69F00);

  private Icons() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
    Path pictures = Files.createDirectories(root.resolve("assets/icons"));
    Path containers = Files.createDirectories(root.resolve("packaging/icons"));
    Map<Integer, byte[]> drawn = new TreeMap<>();
    for (int size : SIZES) {
      byte[] png = png(draw(size));
      drawn.put(size, png);
      Files.write(pictures.resolve("keypoint-studio-" + size + ".png"), png);
    }
    Files.write(containers.resolve("keypoint-studio.ico"), ico(drawn));
    Files.write(containers.resolve("keypoint-studio.icns"), icns(drawn));
  }

  private static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.transform(AffineTransform.getScaleInstance(size / 100.0, size / 100.0));
    graphics.setPaint(new GradientPaint(0, 0, TOP, 0, 100, BOTTOM));
    graphics.fill(new RoundRectangle2D.Double(2, 2, 96, 96, 44, 44));
    // Small pictures have room for the points alone, and for fewer and thicker ones.
    boolean small = size < 48;
    drawFace(graphics, small);
    drawPoints(graphics, small);
    graphics.dispose();
    return image;
  }

  private static void drawFace(Graphics2D graphics, boolean small) {
    graphics.setColor(FACE);
    graphics.setStroke(
        new BasicStroke(small ? 6 : 3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(new Ellipse2D.Double(19, 11, 62, 78));
    if (!small) {
      Path2D mouth = new Path2D.Double();
      mouth.moveTo(37, 69);
      mouth.quadTo(50, 80, 63, 69);
      graphics.draw(mouth);
    }
  }

  private static void drawPoints(Graphics2D graphics, boolean small) {
    double radius = small ? 7.5 : 5.2;
    for (double[] place : List.of(point(37, 41), point(37, 69), point(63, 69))) {
      disc(graphics, place, radius, POINT);
    }
    disc(graphics, point(50, 56), radius, POINT);
    disc(graphics, point(63, 41), radius, small ? POINT : PREDICTION);
    if (!small) {
      graphics.setColor(Color.WHITE);
      graphics.setStroke(new BasicStroke(2.2f));
      graphics.draw(new Ellipse2D.Double(63 - 9.5, 41 - 9.5, 19, 19));
    }
  }

  private static double[] point(double x, double y) {
    return new double[] {x, y};
  }

  private static void disc(Graphics2D graphics, double[] place, double radius, Color colour) {
    graphics.setColor(BOTTOM);
    graphics.fill(circle(place, radius + 2));
    graphics.setColor(colour);
    graphics.fill(circle(place, radius));
  }

  private static Ellipse2D circle(double[] place, double radius) {
    return new Ellipse2D.Double(place[0] - radius, place[1] - radius, 2 * radius, 2 * radius);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** Windows' icon file: a directory of 16 bytes a picture, then the pictures as PNG. */
  private static byte[] ico(Map<Integer, byte[]> drawn) {
    List<Map.Entry<Integer, byte[]>> pictures =
        drawn.entrySet().stream().filter(entry -> entry.getKey() <= 256).toList();
    int offset = 6 + 16 * pictures.size();
    int total = offset + pictures.stream().mapToInt(entry -> entry.getValue().length).sum();
    ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (Map.Entry<Integer, byte[]> picture : pictures) {
      byte side = (byte) (picture.getKey() == 256 ? 0 : picture.getKey());
      file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      file.putInt(picture.getValue().length).putInt(offset);
      offset += picture.getValue().length;
    }
    pictures.forEach(picture -> file.put(picture.getValue()));
    return file.array();
  }

  /** Apple's icon file: a header, then each picture as PNG behind its type and length. */
  private static byte[] icns(Map<Integer, byte[]> drawn) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    for (Map.Entry<Integer, String> type : ICNS_TYPES.entrySet()) {
      byte[] picture = drawn.getOrDefault(type.getKey(), new byte[0]);
      out.write(type.getValue().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(8 + picture.length);
      out.write(picture);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(file);
    header.write("icns".getBytes(StandardCharsets.US_ASCII));
    header.writeInt(8 + body.size());
    header.write(body.toByteArray());
    return file.toByteArray();
  }
}
