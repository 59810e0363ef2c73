import java.awt.AWTException;
import java.awt.Color;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;

/**
 * Uses the built program as a person does, on a real X server with GTK: opens a data set, drags a
 * keypoint with the mouse, saves, opens the file chooser, quits; then compares the file with what
 * it was. {@code packaging/linux/smoke-test} starts the X server and this: {@code java
 * packaging/linux/SmokeTest.java LAUNCHER DATA FOLDER}; pictures of each stage are left in FOLDER.
 */
final class SmokeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LEAST_DISC_PIXELS = 40;
  private static final int DRAG_X = 37;
  private static final int DRAG_Y = 23;

  private final Robot robot;
  private final Path folder;

  private SmokeTest(Path folder) throws AWTException {
    this.robot = new Robot();
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path launcher = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    Path data = folder.resolve("faces.csv");
    Files.copy(Path.of(arguments[1]), data);
    new SmokeTest(folder).run(launcher, data);
    System.out.println("The built program opens, drags, saves, chooses files and quits.");
  }

  private void run(Path launcher, Path data) throws IOException, InterruptedException {
    List<String> before = Files.readAllLines(data);
    ProcessBuilder builder =
        new ProcessBuilder(launcher.toString(), "open", data.toString()).inheritIO();
    // Settings and logs of this run are its own.
    builder.environment().put("XDG_DATA_HOME", folder.resolve("home").toString());
    builder.environment().put("GSETTINGS_BACKEND", "memory");
    Process program = builder.start();
    try {
      String window = windowNamed("faces.csv – Keypoint Studio");
      xdotool("windowmove", window, "0", "0");
      xdotool("windowsize", "--sync", window, "1280", "800");
      xdotool("windowfocus", window);
      picture("1-opened");

      xdotool("key", "ctrl+2");
      require("no keypoints are shown", () -> !discs(screen()).isEmpty());
      Thread.sleep(1000);
      BufferedImage edit = picture("2-edit");
      Point from = middleMost(discs(edit));
      drag(from);
      Point to = new Point(from.x + DRAG_X, from.y + DRAG_Y);
      require(
          "the keypoint did not follow the mouse",
          () -> discs(screen()).stream().anyMatch(disc -> disc.distance(to) < 4));
      picture("3-dragged");

      xdotool("key", "ctrl+s");
      require("nothing was saved", () -> !linesOf(data).equals(before));
      Thread.sleep(500);
      requireOneKeypointChanged(before, linesOf(data));

      xdotool("key", "ctrl+o");
      windowNamed("Open a data set");
      picture("4-file-chooser");
      xdotool("key", "Escape");
      Thread.sleep(500);
      xdotool("windowfocus", window);
      xdotool("key", "ctrl+q");
      if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || program.exitValue() != 0) {
        throw new IllegalStateException("The program did not end as it should.");
      }
    } catch (IllegalStateException failure) {
      picture("failure");
      throw failure;
    } finally {
      program.destroyForcibly();
    }
  }

  private static void requireOneKeypointChanged(List<String> before, List<String> after) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < before.size(); row++) {
      if (!before.get(row).equals(after.get(row))) {
        rows.add(row);
      }
    }
    int cells = 0;
    if (rows.size() == 1 && before.size() == after.size()) {
      String[] old = before.get(rows.getFirst()).split(",", -1);
      String[] now = after.get(rows.getFirst()).split(",", -1);
      for (int cell = 0; cell < old.length; cell++) {
        cells += old[cell].equals(now[cell]) ? 0 : 1;
      }
    }
    if (cells != 2) {
      throw new IllegalStateException(
          "Two cells of one row should differ after the drag, but rows %s and %d cells do."
              .formatted(rows, cells));
    }
  }

  private void drag(Point from) throws IOException, InterruptedException {
    xdotool("mousemove", "--sync", from.x + "", from.y + "");
    xdotool("mousedown", "1");
    for (int step = 1; step <= 10; step++) {
      xdotool(
          "mousemove",
          "--sync",
          (from.x + DRAG_X * step / 10) + "",
          (from.y + DRAG_Y * step / 10) + "");
      Thread.sleep(30);
    }
    xdotool("mouseup", "1");
    xdotool("mousemove", "--sync", "400", "60");
  }

  /** Waits for a window and gives its number. */
  private static String windowNamed(String title) throws IOException, InterruptedException {
    return xdotool("search", "--sync", "--onlyvisible", "--name", title)
        .lines()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no window named " + title));
  }

  private static String xdotool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("timeout", PATIENCE.toSeconds() + "", "xdotool"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Failed: " + String.join(" ", command));
    }
    return output;
  }

  private static void require(String otherwise, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("After " + PATIENCE.toSeconds() + " s " + otherwise + ".");
      }
      Thread.sleep(200);
    }
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private BufferedImage screen() {
    return robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
  }

  private BufferedImage picture(String name) throws IOException {
    BufferedImage image = screen();
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    return image;
  }

  /** The disc nearest to the middle of all: its neighbours leave it room to be dragged. */
  private static Point middleMost(List<Point> discs) {
    double x = discs.stream().mapToInt(disc -> disc.x).average().orElseThrow();
    double y = discs.stream().mapToInt(disc -> disc.y).average().orElseThrow();
    return discs.stream()
        .min(Comparator.comparingDouble(disc -> disc.distance(x, y)))
        .orElseThrow();
  }

  /** The centres of the green discs that mark the ground truth on the canvas. */
  private static List<Point> discs(BufferedImage image) {
    List<Point> centres = new ArrayList<>();
    boolean[] seen = new boolean[image.getWidth() * image.getHeight()];
    for (int y = 100; y < image.getHeight() - 40; y++) {
      for (int x = 225; x < 920; x++) {
        List<Point> disc = grow(image, x, y, seen);
        if (disc.size() >= LEAST_DISC_PIXELS) {
          centres.add(
              new Point(
                  (int) Math.round(disc.stream().mapToInt(at -> at.x).average().orElseThrow()),
                  (int) Math.round(disc.stream().mapToInt(at -> at.y).average().orElseThrow())));
        }
      }
    }
    return centres;
  }

  private static List<Point> grow(BufferedImage image, int fromX, int fromY, boolean[] seen) {
    List<Point> pixels = new ArrayList<>();
    Deque<Point> next = new ArrayDeque<>(List.of(new Point(fromX, fromY)));
    while (!next.isEmpty()) {
      Point at = next.pop();
      boolean inside =
          at.x >= 0 && at.y >= 0 && at.x < image.getWidth() && at.y < image.getHeight();
      if (inside && !seen[at.y * image.getWidth() + at.x] && isGreen(image.getRGB(at.x, at.y))) {
        seen[at.y * image.getWidth() + at.x] = true;
        pixels.add(at);
        next.push(new Point(at.x + 1, at.y));
        next.push(new Point(at.x - 1, at.y));
        next.push(new Point(at.x, at.y + 1));
        next.push(new Point(at.x, at.y - 1));
      }
    }
    return pixels;
  }

  private static boolean isGreen(int rgb) {
    Color colour = new Color(rgb);
    return colour.getGreen() > 150
        && colour.getGreen() - colour.getRed() > 90
        && colour.getGreen() - colour.getBlue() > 20;
  }
}
