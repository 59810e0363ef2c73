package org.keypointstudio.dataset.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Wraps the bytes of a CSV file into a container. */
final class ContainerWriter {
  private static final int BUFFER = 1 << 16;

  /**
   * Digits of images shrink to about a third at any level, and the fastest one takes a fraction of
   * the time: nobody waits for a save.
   */
  private static final int LEVEL = Deflater.BEST_SPEED;

  private ContainerWriter() {}

  /** Writes the CSV's bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a new file. */
  static void write(Path file, Container container, Content content) throws IOException {
    switch (container) {
      case Container.Plain() -> {
        try (OutputStream out = create(file)) {
          content.writeTo(out);
        }
      }
      case Container.Gzip() -> {
        try (OutputStream out = new FastGzipStream(create(file))) {
          content.writeTo(out);
        }
      }
      case Container.Zip(String entry) -> {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
          writeEntry(zip, new ZipArchiveEntry(entry), content);
        }
      }
    }
  }

  /** Writes a copy of an archive in which one entry has new content; the others are not touched. */
  static void writeCopy(Path archive, String entryName, Path file, Content content)
      throws IOException {
    try (ZipFile old = ZipFile.builder().setPath(archive).get();
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      zip.setComment(comment(archive));
      List<ZipArchiveEntry> entries = Collections.list(old.getEntriesInPhysicalOrder());
      for (ZipArchiveEntry entry : entries) {
        if (entry.getName().equals(entryName)) {
          ZipArchiveEntry changed = new ZipArchiveEntry(entryName);
          changed.setUnixMode(entry.getUnixMode());
          writeEntry(zip, changed, content);
        } else {
          try (InputStream packed = old.getRawInputStream(entry)) {
            zip.addRawArchiveEntry(entry, packed);
          }
        }
      }
    }
  }

  private static String comment(Path archive) throws IOException {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(archive.toFile())) {
      String comment = zip.getComment();
      return comment == null ? "" : comment;
    }
  }

  private static void writeEntry(ZipArchiveOutputStream zip, ZipArchiveEntry entry, Content content)
      throws IOException {
    zip.setLevel(LEVEL);
    zip.putArchiveEntry(entry);
    OutputStream out = new BufferedOutputStream(zip, BUFFER);
    content.writeTo(out);
    out.flush();
    zip.closeArchiveEntry();
  }

  private static OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        BUFFER);
  }

  private static final class FastGzipStream extends GZIPOutputStream {
    FastGzipStream(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}
