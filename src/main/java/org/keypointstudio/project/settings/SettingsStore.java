package org.keypointstudio.project.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings in a JSON file, which is replaced in one step. */
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final Path file;
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** A store in a file, whose folder need not exist yet. */
  public SettingsStore(Path file) {
    this.file = file;
  }

  /**
   * What was loaded.
   *
   * @param problem a sentence for the person if the file could not be used
   */
  public record Loaded(UserSettings settings, Optional<String> problem) {
    private static Loaded defaults(String problem) {
      return new Loaded(UserSettings.defaults(), Optional.of(problem));
    }
  }

  /**
   * The settings as they were last stored; what the file does not name has its default. A file that
   * cannot be understood is set aside beside its place, and the defaults are used.
   */
  public Loaded load() {
    if (!Files.isRegularFile(file)) {
      return new Loaded(UserSettings.defaults(), Optional.empty());
    }
    try {
      ObjectNode settings = mapper.valueToTree(UserSettings.defaults());
      mapper.readerForUpdating(settings).readValue(file.toFile());
      return new Loaded(mapper.treeToValue(settings, UserSettings.class), Optional.empty());
    } catch (JacksonException | IllegalArgumentException problem) {
      LOG.warn("The settings in {} cannot be understood; defaults are used", file, problem);
      return Loaded.defaults(setAside());
    } catch (IOException problem) {
      LOG.warn("The settings in {} cannot be read; defaults are used", file, problem);
      return Loaded.defaults(
          "The settings in %s could not be read (%s), so the usual ones are used: check who may read the file."
              .formatted(file, problem.getMessage()));
    }
  }

  /** Gives a sentence about what became of the file. */
  private String setAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return "The settings could not be understood, so the usual ones are used; the old ones are in %s."
          .formatted(aside);
    } catch (IOException problem) {
      LOG.warn("{} cannot be set aside", file, problem);
      return "The settings in %s could not be understood, so the usual ones are used: correct or delete the file."
          .formatted(file);
    }
  }

  /**
   * Stores the settings. What a later version of this program stored besides them stays.
   *
   * @throws IOException if they cannot be written; the file is then as it was
   */
  public void store(UserSettings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "settings", ".tmp");
    try {
      mapper.writeValue(temporary.toFile(), withWhatIsUnknown(settings));
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private ObjectNode withWhatIsUnknown(UserSettings settings) {
    ObjectNode known = mapper.valueToTree(settings);
    if (!Files.isRegularFile(file)) {
      return known;
    }
    try {
      ObjectNode stored = mapper.readValue(file.toFile(), ObjectNode.class);
      stored.setAll(known);
      return stored;
    } catch (IOException problem) {
      LOG.warn("The settings in {} are replaced", file, problem);
      return known;
    }
  }
}
