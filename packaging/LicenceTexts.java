import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The licence texts and notices that libraries carry in their jars. */
final class LicenceTexts {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:META-INF/)?(?:licenses/)?((?:LICEN[CS]E|NOTICE)[^/]*)", Pattern.CASE_INSENSITIVE);

  private LicenceTexts() {}

  /** Copies the texts of all jars of a folder to its {@code licences}, by the library's name. */
  static void gather(Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      String library = jar.getFileName().toString().replace(".jar", "");
      Path target = folder.resolve("licences").resolve(library);
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          Matcher text = NAME.matcher(entry.getName());
          if (!entry.isDirectory() && text.matches()) {
            Files.createDirectories(target);
            try (InputStream bytes = zip.getInputStream(entry)) {
              Files.copy(bytes, target.resolve(text.group(1)), StandardCopyOption.REPLACE_EXISTING);
            }
          }
        }
      }
    }
  }
}
