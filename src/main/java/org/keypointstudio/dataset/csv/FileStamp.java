package org.keypointstudio.dataset.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells that a file is still the one that was read.
 *
 * @param size in bytes
 * @param modified time of the last change
 */
public record FileStamp(long size, FileTime modified) {

  /** The stamp of a file as it is now. */
  public static FileStamp of(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileStamp(attributes.size(), attributes.lastModifiedTime());
  }
}
