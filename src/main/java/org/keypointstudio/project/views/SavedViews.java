package org.keypointstudio.project.views;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.version.FileVersion;

/** The file {@code views.json} of a project folder: the views of a data set, in their order. */
public final class SavedViews {
  private static final String FORMAT = "keypoint-studio-views";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /** Views in a file, which need not exist yet. */
  public SavedViews(Path file) {
    this.file = file;
  }

  /**
   * All views; none if there is no file.
   *
   * @throws IOException with a sentence if the file cannot be understood
   */
  public List<SavedView> read() throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
        throw new IOException("its format is not %s of version %d".formatted(FORMAT, VERSION));
      }
      List<SavedView> views = new ArrayList<>();
      for (JsonNode view : root.path("views")) {
        views.add(
            new SavedView(
                view.path("name").asText(),
                view.path("filter").asText(),
                view.path("query").asText(),
                view.path("order").asText()));
      }
      return List.copyOf(views);
    } catch (IOException problem) {
      throw new IOException(
          "The saved views in %s cannot be read (%s): correct or remove the file."
              .formatted(
                  file,
                  problem instanceof JacksonException json
                      ? "it is not whole JSON: " + json.getOriginalMessage()
                      : problem.getMessage()),
          problem);
    }
  }

  /**
   * Replaces all views.
   *
   * @throws IOException if that fails, or if a later version of this program wrote the old file,
   *     which is then as it was
   */
  public void write(List<SavedView> views) throws IOException {
    if (FileVersion.isLater(file, FORMAT, VERSION)) {
      throw new IOException(FileVersion.refusal(file));
    }
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    var list = root.putArray("views");
    for (SavedView view : views) {
      list.addObject()
          .put("name", view.name())
          .put("filter", view.filter())
          .put("query", view.query())
          .put("order", view.order());
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    AtomicFile.replace(
        file,
        temporary -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), root));
  }
}
