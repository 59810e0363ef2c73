package org.keypointstudio.dataset.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.keypointstudio.dataset.DataSetException;

/** Finds and reads the one CSV file in a zip archive, and refuses archives that are not whole. */
final class ZipArchive {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int COMMENT_LENGTH_AT = 20;

  private ZipArchive() {}

  /** The name of the entry that holds the data set. */
  static String findCsv(Path path) throws DataSetException {
    String fileName = CsvSource.fileName(path);
    requireNothingBehindEnd(path, fileName);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> files =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.startsWith("__MACOSX/"))
              .toList();
      return chooseCsv(fileName, files);
    } catch (ZipException problem) {
      throw damaged(fileName, problem);
    } catch (IOException problem) {
      throw CsvSource.unreadable(fileName, problem);
    }
  }

  private static String chooseCsv(String fileName, List<String> files) throws DataSetException {
    List<String> tables =
        files.stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".csv")).toList();
    List<String> candidates = tables.isEmpty() ? files : tables;
    List<String> training =
        candidates.stream()
            .filter(name -> name.equals("training.csv") || name.endsWith("/training.csv"))
            .toList();
    if (training.size() == 1) {
      return training.getFirst();
    }
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    if (candidates.isEmpty()) {
      throw new DataSetException(
          fileName + " is an empty zip archive: expected a training.csv in it.");
    }
    throw new DataSetException(
        "%s holds several files (%s%s), of which none is the one training.csv: unpack it and open the right one."
            .formatted(
                fileName,
                String.join(", ", candidates.subList(0, Math.min(4, candidates.size()))),
                candidates.size() > 4 ? ", …" : ""));
  }

  /** Opens an entry; its checksum is compared at its end. */
  static CsvStream open(Path path, String entryName) throws DataSetException {
    String fileName = CsvSource.fileName(path);
    try {
      ZipFile zip = new ZipFile(path.toFile());
      try {
        ZipEntry entry = zip.getEntry(entryName);
        if (entry == null) {
          throw new DataSetException(
              fileName + " no longer holds " + entryName + ": open the file again.");
        }
        InflationGuard.check(fileName, entry.getCompressedSize(), entry.getSize());
        CountingStream counted =
            new CountingStream(new ChecksumStream(zip.getInputStream(entry), entry, fileName));
        InputStream guarded = new InflationGuard(counted, fileName, entry::getCompressedSize);
        return new CsvStream(guarded, counted::count, entry.getSize(), zip);
      } catch (IOException problem) {
        zip.close();
        throw problem;
      }
    } catch (ZipException problem) {
      throw damaged(fileName, problem);
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSource.unreadable(fileName, problem);
    }
  }

  private static DataSetException damaged(String fileName, ZipException problem) {
    String detail = String.valueOf(problem.getMessage());
    if (detail.contains("encrypted")) {
      return new DataSetException(
          fileName + " is encrypted: unpack it with its password and open the CSV.", problem);
    }
    return new DataSetException(
        "%s is not a whole zip archive (%s): copy or download it again."
            .formatted(fileName, detail),
        problem);
  }

  /**
   * Java's own reader tolerates bytes behind the archive. They mean that something was appended to
   * the file, which a save would silently drop, so the file is refused.
   */
  private static void requireNothingBehindEnd(Path path, String fileName) throws DataSetException {
    try (FileChannel channel = FileChannel.open(path)) {
      int tailLength = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
      long tailStart = channel.size() - tailLength;
      ByteBuffer tail = ByteBuffer.allocate(tailLength).order(ByteOrder.LITTLE_ENDIAN);
      while (tail.hasRemaining() && channel.read(tail, tailStart + tail.position()) >= 0) {
        // A read may give fewer bytes than it was asked for.
      }
      for (int at = tail.position() - END_LENGTH; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          int commentLength = tail.getShort(at + COMMENT_LENGTH_AT) & 0xffff;
          int behind = tail.position() - (at + END_LENGTH + commentLength);
          if (behind == 0) {
            return;
          }
          throw new DataSetException(
              "%s has %,d bytes behind the end of its zip archive: it was changed after it was made, so copy or download it again."
                  .formatted(fileName, behind));
        }
      }
      throw new DataSetException(
          fileName + " is a zip archive without an end: copy or download it again.");
    } catch (DataSetException problem) {
      throw problem;
    } catch (IOException problem) {
      throw CsvSource.unreadable(fileName, problem);
    }
  }

  /** Compares length and checksum at the end of an entry, which {@link ZipFile} leaves out. */
  private static final class ChecksumStream extends FilterInputStream {
    private final CRC32 checksum = new CRC32();
    private final ZipEntry entry;
    private final String fileName;

    ChecksumStream(InputStream in, ZipEntry entry, String fileName) {
      super(in);
      this.entry = entry;
      this.fileName = fileName;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        checksum.update(target, offset, read);
      } else if (read < 0 && checksum.getValue() != entry.getCrc()) {
        throw new DataSetException(
            "%s is damaged: the checksum of %s is wrong, so copy or download it again."
                .formatted(fileName, entry.getName()));
      }
      return read;
    }
  }
}
