import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Builds what people install, with the JDK 25 that runs it: {@code java packaging/Package.java
 * TYPE…}. TYPE is {@code app-image} (a folder that runs where it lies, which all others contain),
 * {@code deb}, {@code rpm}, {@code msi}, {@code exe} or {@code dmg}; each is built on its own
 * system. The result is in {@code target/package}. packaging/README.md tells what is in it.
 */
final class Package {
  private static final String NAME = "keypoint-studio";

  /** Ten megabytes of text, which the program opens packed too. */
  private static final String SAMPLE = "training.csv";

  private static final String CACHE = NAME + ".aot";
  private static final String IMAGE = "app-image";
  private static final String MAIN_CLASS = "org.keypointstudio.app.Launcher";
  private static final List<String> TYPES = List.of(IMAGE, "deb", "rpm", "msi", "exe", "dmg");

  /** What JavaFX loads from its own jars, where jpackage does not look. */
  private static final String DEB_DEPENDENCIES = "libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1";

  private static final String RPM_DEPENDENCIES = "gtk3, libglvnd-glx, libXxf86vm";

  /** What jdeps cannot see: services and what the libraries look up by name. */
  private static final List<String> FURTHER_MODULES =
      List.of(
          "java.logging",
          "java.management",
          "java.naming",
          "java.sql",
          "java.xml",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  private final Path root;
  private final Path work;
  private final Platform platform;

  private Package(Path root) {
    this.root = root;
    this.work = root.resolve("target/package");
    this.platform = Platform.present();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> types = List.of(arguments);
    if (types.isEmpty() || !TYPES.containsAll(types)) {
      System.err.println(
          "Usage: java packaging/Package.java " + String.join("|", TYPES) + " (one or more)");
      System.exit(2);
    }
    Path root = Path.of("").toAbsolutePath();
    if (!Files.isRegularFile(root.resolve("pom.xml"))) {
      System.err.println("Run it in the project's folder, where pom.xml is.");
      System.exit(2);
    }
    new Package(root).build(types);
  }

  /** The operating systems that packages are built on. */
  private enum Platform {
    LINUX,
    MAC,
    WINDOWS;

    static Platform present() {
      String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }
  }

  private void build(List<String> types) throws IOException, InterruptedException {
    FileTrees.delete(work);
    Files.createDirectories(work);
    String version = compile();
    Path image = applicationImage(version);
    for (String type : types) {
      if (!type.equals(IMAGE)) {
        installer(type, image, version);
      }
    }
    say("Built in " + root.relativize(work) + ":");
    try (Stream<Path> results = Files.list(work)) {
      for (Path result : results.sorted().toList()) {
        if (result.equals(image) || Files.isRegularFile(result)) {
          say("  %s, %,d MB".formatted(result.getFileName(), FileTrees.size(result) / 1_000_000));
        }
      }
    }
  }

  /** The program's jar, its libraries, their licences and the bill of materials. */
  private String compile() throws IOException, InterruptedException {
    say("Compiling, and gathering libraries and licences …");
    String maven = platform == Platform.WINDOWS ? "mvn.cmd" : "mvn";
    run(
        Map.of("JAVA25_HOME", System.getProperty("java.home")),
        maven,
        "-q",
        "-B",
        "-ntp",
        "-Ppackaging",
        "package",
        "-Dmaven.test.skip=true",
        "-Dspotless.check.skip=true",
        "-Dexec.skip=true");
    Path input = work.resolve("input");
    FileTrees.copy(
        root.resolve("sample-data"),
        input.resolve("sample-data"),
        path -> !path.toString().contains(".keypoint-studio") && !path.endsWith(SAMPLE));
    try (OutputStream packed =
        new GZIPOutputStream(
            Files.newOutputStream(input.resolve("sample-data").resolve(SAMPLE + ".gz")))) {
      Files.copy(root.resolve("sample-data").resolve(SAMPLE), packed);
    }
    if (platform == Platform.LINUX) {
      Files.copy(root.resolve("packaging/linux/finish-install"), input.resolve("finish-install"));
    }
    Files.copy(
        root.resolve("LICENSE"), input.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
    LicenceTexts.gather(input);
    try (Stream<Path> jars = Files.list(input)) {
      String jar =
          jars.map(path -> path.getFileName().toString())
              .filter(name -> name.matches(NAME + "-[0-9].*\\.jar"))
              .findFirst()
              .orElseThrow();
      return jar.substring(NAME.length() + 1, jar.length() - ".jar".length());
    }
  }

  private Path applicationImage(String version) throws IOException {
    Path runtime = work.resolve("runtime");
    say("Linking the runtime …");
    tool(
        "jlink",
        List.of(
            "--add-modules",
            modules(),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-9",
            "--output",
            runtime.toString()));
    say("Putting the application image together …");
    Path input = work.resolve("input");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                IMAGE,
                "--name",
                NAME,
                "--dest",
                work.toString(),
                "--input",
                input.toString(),
                "--runtime-image",
                runtime.toString(),
                "--main-jar",
                NAME + "-" + version + ".jar",
                "--main-class",
                MAIN_CLASS));
    arguments.addAll(about(version));
    for (String flag : launchFlags()) {
      arguments.addAll(List.of("--java-options", flag));
    }
    tool("jpackage", arguments);
    FileTrees.delete(input);
    FileTrees.delete(runtime);
    return work.resolve(platform == Platform.MAC ? NAME + ".app" : NAME);
  }

  private List<String> about(String version) {
    String icon =
        switch (platform) {
          case LINUX -> "assets/icons/keypoint-studio-256.png";
          case MAC -> "packaging/icons/keypoint-studio.icns";
          case WINDOWS -> "packaging/icons/keypoint-studio.ico";
        };
    return List.of(
        "--app-version",
        version.replaceAll("[^0-9.].*", ""),
        "--vendor",
        "Keypoint Studio",
        "--copyright",
        "Apache License 2.0",
        "--description",
        "See, correct, retrain and compare facial-keypoint data sets and models",
        "--icon",
        root.resolve(icon).toString());
  }

  /** The flags of packaging/launch, and those that only an installed program needs. */
  private List<String> launchFlags() throws IOException {
    List<String> flags = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve("packaging/launch/jvm.options"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        flags.add(line.strip());
      }
    }
    flags.add("-Dkeypointstudio.samples=$APPDIR/sample-data");
    // Native libraries that the installer unpacked are used as they lie; where there are none
    // (a folder that was only copied), the first use unpacks them into the person's folder.
    flags.add("-Djava.library.path=$APPDIR/natives");
    flags.add("-Dorg.bytedeco.javacpp.pathsFirst=true");
    flags.add("-XX:AOTCache=$APPDIR/" + CACHE);
    flags.add("-Xlog:aot=off");
    flags.add("-Xlog:cds=off");
    return flags;
  }

  private String modules() throws IOException {
    List<String> jars;
    try (Stream<Path> files = Files.list(work.resolve("input"))) {
      jars = files.map(Path::toString).filter(name -> name.endsWith(".jar")).toList();
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--ignore-missing-deps",
                "--multi-release",
                "25",
                "--print-module-deps",
                "--class-path",
                String.join(File.pathSeparator, jars)));
    jars.stream().filter(name -> name.contains(NAME)).forEach(arguments::add);
    StringWriter printed = new StringWriter();
    int code =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(printed),
                new PrintWriter(System.err),
                arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("jdeps failed: " + printed);
    }
    return Stream.concat(Stream.of(printed.toString().strip().split(",")), FURTHER_MODULES.stream())
        .filter(module -> !module.startsWith("javafx."))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private void installer(String type, Path image, String version)
      throws IOException, InterruptedException {
    say("Building the " + type + " …");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type",
                type,
                "--name",
                NAME,
                "--dest",
                work.toString(),
                "--app-image",
                image.toString(),
                "--file-associations",
                root.resolve("packaging/file-associations.properties").toString(),
                "--license-file",
                root.resolve("LICENSE").toString()));
    List<String> about = about(version);
    arguments.addAll(about.subList(0, about.size() - (platform == Platform.MAC ? 0 : 2)));
    switch (platform) {
      case LINUX ->
          arguments.addAll(
              List.of(
                  "--resource-dir",
                  root.resolve("packaging/linux").toString(),
                  "--linux-package-name",
                  NAME,
                  "--linux-package-deps",
                  type.equals("rpm") ? RPM_DEPENDENCIES : DEB_DEPENDENCIES,
                  "--linux-rpm-license-type",
                  "Apache-2.0",
                  "--linux-menu-group",
                  "Science;Graphics;",
                  "--linux-shortcut"));
      case WINDOWS ->
          arguments.addAll(
              List.of(
                  "--win-menu", "--win-shortcut", "--win-dir-chooser", "--win-per-user-install"));
      case MAC -> {}
    }
    // Run as a program of its own: its tools take the time for their files from the environment.
    arguments.addFirst(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString());
    run(packersEnvironment(), arguments.toArray(String[]::new));
  }

  /** Packers give the same sources the same bytes: the time that pom.xml fixes, and one method. */
  private Map<String, String> packersEnvironment() throws IOException {
    Matcher time =
        Pattern.compile("<project.build.outputTimestamp>(.+)</project.build.outputTimestamp>")
            .matcher(Files.readString(root.resolve("pom.xml")));
    if (!time.find()) {
      throw new IllegalStateException("pom.xml names no project.build.outputTimestamp.");
    }
    return Map.of(
        "SOURCE_DATE_EPOCH", String.valueOf(Instant.parse(time.group(1)).getEpochSecond()),
        // The jars are packed already: more effort would take minutes for a few megabytes.
        "DPKG_DEB_COMPRESSOR_TYPE", "gzip",
        "DPKG_DEB_COMPRESSOR_LEVEL", "1");
  }

  private static void tool(String name, List<String> arguments) {
    int code =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException(name + " is not in this JDK"))
            .run(System.out, System.err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(name + " failed; the lines above say why.");
    }
  }

  private void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(command[0] + " failed; the lines above say why.");
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
