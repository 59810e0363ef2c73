package org.keypointstudio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A reader of the program that is given bytes which anybody may have made.
 *
 * @param id a short word for file names and reports
 * @param fileName of the file that the bytes become, relative to a folder of its own
 * @param setting puts what lies beside that file
 * @param reading reads it, and throws at every result that breaks the reader's promise
 * @param seeds files that the program's own writers made
 */
public record FuzzedReader(
    String id, String fileName, Setting setting, Reading reading, Seeds seeds) {

  /** Puts files beside the one that is read. */
  @FunctionalInterface
  public interface Setting {
    /** Puts them into a folder, once. */
    void prepare(Path folder) throws IOException;
  }

  /** Reads the file. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Reads the file.
     *
     * @param folder that was prepared
     * @param file with the bytes, in this folder
     * @throws IOException with a sentence for the person, as readers refuse files
     */
    void read(Path folder, Path file) throws IOException;
  }

  /** Makes files from which mutations start. */
  @FunctionalInterface
  public interface Seeds {
    /** Gives whole files that the reader takes. */
    List<byte[]> make() throws IOException;
  }

  private static final int LONGEST_SENTENCE = 1_100;

  /** Makes the folder in which {@link #feed} puts its file. */
  public void prepare(Path folder) throws IOException {
    Path parent = folder.resolve(fileName).getParent();
    Files.createDirectories(parent == null ? folder : parent);
    setting.prepare(folder);
  }

  /**
   * Has the bytes read. A file that is refused by an {@link IOException} with one sentence is as
   * well as one that is read; everything else is thrown.
   *
   * @param folder that was prepared
   * @return whether the file was read
   * @throws AssertionError if the file is refused with anything but one line of text
   */
  public boolean feed(Path folder, byte[] bytes) throws IOException {
    Path file = folder.resolve(fileName);
    Files.write(file, bytes);
    try {
      reading.read(folder, file);
      return true;
    } catch (IOException refusal) {
      requireSentence(refusal);
      return false;
    }
  }

  private static void requireSentence(IOException refusal) {
    String sentence = String.valueOf(refusal.getMessage());
    boolean isOneLine = sentence.chars().noneMatch(Character::isISOControl);
    boolean saysNothing = sentence.equals("null") || sentence.endsWith(": null.");
    if (!isOneLine || saysNothing || sentence.length() > LONGEST_SENTENCE) {
      throw new AssertionError("No sentence for a person: " + sentence, refusal);
    }
  }
}
