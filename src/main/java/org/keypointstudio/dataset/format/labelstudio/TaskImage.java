package org.keypointstudio.dataset.format.labelstudio;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keypointstudio.dataset.image.ImageLocator;

/** The name of a task's image, and the address that Label Studio gives it. */
final class TaskImage {
  private static final String LOCAL_FILES = "/data/local-files/?d=";

  /** What Label Studio puts before the name of a file that was uploaded. */
  private static final Pattern UPLOADED = Pattern.compile("/data/upload/(?:\\d+/)?(.+)");

  private static final Pattern PREFIXED = Pattern.compile("[0-9a-f]{8}-(.+)");
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://[^/]*/(.+)");

  private TaskImage() {}

  /** The address under which Label Studio's local storage serves a file. */
  static String address(String name) {
    StringBuilder address = new StringBuilder(LOCAL_FILES);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b == '/' || b == '.' || b == '-' || b == '_' || isAlphanumeric(b);
      address.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
    }
    return address.toString();
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /**
   * The image's name as far as the address tells: the path in the local storage, the name of the
   * uploaded file (without the digits that an upload puts before it, where the file is found
   * without them), or the path on its server.
   *
   * @param images knows which files there are
   */
  static String name(String address, ImageLocator images) {
    String given = address.replace('\\', '/');
    int local = given.indexOf("local-files/?d=");
    if (local >= 0) {
      return decoded(given.substring(local + "local-files/?d=".length()));
    }
    Matcher upload = UPLOADED.matcher(given);
    if (upload.find()) {
      String name = decoded(upload.group(1));
      Matcher prefixed = PREFIXED.matcher(name);
      return !isThere(name, images) && prefixed.matches() && isThere(prefixed.group(1), images)
          ? prefixed.group(1)
          : name;
    }
    Matcher elsewhere = ADDRESS.matcher(given);
    if (elsewhere.matches()) {
      String path = decoded(elsewhere.group(1).replaceFirst("[?#].*", ""));
      return isThere(path, images) ? path : path.substring(path.lastIndexOf('/') + 1);
    }
    return given;
  }

  private static boolean isThere(String name, ImageLocator images) {
    try {
      images.find(name);
      return true;
    } catch (IOException _) {
      return false; // the question was whether it is there
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text; // a % that is one
    }
  }
}
