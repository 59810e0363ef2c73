package org.keypointstudio.dataset.format.sleap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Names of images relative to the labels, where SLEAP stores whole paths of another computer. */
final class SleapImageNames {
  private SleapImageNames() {}

  /**
   * Names relative to a folder. Files under it keep their way from it; of others that are given
   * absolutely the folder that they have in common is left out, as they are looked for beside the
   * labels.
   */
  static List<String> relative(Path folder, List<String> names) {
    int common = names.stream().allMatch(SleapImageNames::isAbsolute) ? commonFolder(names) : 0;
    return names.stream()
        .map(name -> isAbsolute(name) ? shortened(folder, name, common) : name)
        .map(name -> name.isEmpty() ? "unnamed" : name)
        .toList();
  }

  private static boolean isAbsolute(String name) {
    return name.startsWith("/") || name.matches("[A-Za-z]:/.*");
  }

  private static String shortened(Path folder, String name, int common) {
    try {
      Path file = Path.of(name).normalize();
      if (file.startsWith(folder) && !file.equals(folder)) {
        return folder.relativize(file).toString().replace('\\', '/');
      }
    } catch (InvalidPathException _) {
      // A name of another system: the rest of it may still be found.
    }
    return common > 0 ? name.substring(common) : last(name);
  }

  private static int commonFolder(List<String> names) {
    if (names.isEmpty()) {
      return 0;
    }
    String common = names.getFirst();
    for (String name : names) {
      int length = 0;
      int shortest = Math.min(common.length(), name.length());
      while (length < shortest && common.charAt(length) == name.charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common.lastIndexOf('/') + 1;
  }

  /** The part of a name behind its folders. */
  static String last(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.isEmpty() ? "unnamed" : last;
  }
}
