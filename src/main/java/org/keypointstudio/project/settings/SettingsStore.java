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
   * The settings as they were last stored; what the file does not name has its default. A file that
   * cannot be understood is set aside beside its place, and the defaults are used.
   */
  public UserSettings load() {
    if (!Files.isRegularFile(file)) {
      return UserSettings.defaults();
    }
    try {
      ObjectNode settings = mapper.valueToTree(UserSettings.defaults());
      mapper.readerForUpdating(settings).readValue(file.toFile());
      return mapper.treeToValue(settings, UserSettings.class);
    } catch (JacksonException problem) {
      LOG.warn("The settings in {} cannot be understood; defaults are used", file, problem);
      setAside();
      return UserSettings.defaults();
    } catch (IOException problem) {
      LOG.warn("The settings in {} cannot be read; defaults are used", file, problem);
      return UserSettings.defaults();
    }
  }

  private void setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".unreadable"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      LOG.warn("{} cannot be set aside", file, problem);
    }
  }

  /**
   * Stores the settings.
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
      mapper.writeValue(temporary.toFile(), settings);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
