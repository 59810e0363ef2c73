package org.keypointstudio.project;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.training.loop.Checkpoint;
import org.keypointstudio.training.loop.RunPlan;
import org.keypointstudio.training.loop.RunProgress;
import org.keypointstudio.training.network.UpdaterState;

/**
 * A file that holds a {@link Checkpoint}: a line with the SHA-256 of all that follows, a line of
 * JSON that describes the run, and 32-bit floats, the lowest byte first: the weights, then each of
 * the arrays that the optimizer remembers. It is replaced in one step, and nothing of it is parsed
 * before its checksum was found right.
 */
final class CheckpointFile {
  static final String BEST = "best.checkpoint";
  static final String LAST = "last.checkpoint";

  private static final String TITLE = "keypoint-studio checkpoint 1 sha256 ";
  private static final int HEADER_BYTES = TITLE.length() + 64 + 1;
  private static final long MAX_BYTES = 2_000_000_000L;

  private final Path path;
  private final JsonMapper mapper = RunJson.newMapper();

  CheckpointFile(Path path) {
    this.path = path;
  }

  /** The line of JSON. */
  record Description(RunPlan plan, RunProgress progress, int moments) {}

  boolean exists() {
    return Files.isRegularFile(path);
  }

  /** Replaces the file. */
  void write(Checkpoint checkpoint) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    parts.add(
        (mapper
                    .writer()
                    .without(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(
                        new Description(
                            checkpoint.plan(),
                            checkpoint.progress(),
                            checkpoint.updater().moments().size()))
                + "\n")
            .getBytes(StandardCharsets.UTF_8));
    parts.add(Floats.toBytes(checkpoint.weights()));
    checkpoint.updater().moments().forEach(moment -> parts.add(Floats.toBytes(moment)));
    byte[] header = (TITLE + Sha256Sum.of(parts) + "\n").getBytes(StandardCharsets.US_ASCII);
    AtomicFile.replace(
        path,
        temporary -> {
          try (OutputStream out = Files.newOutputStream(temporary)) {
            out.write(header);
            for (byte[] part : parts) {
              out.write(part);
            }
          }
        });
  }

  /**
   * Reads the file.
   *
   * @throws IOException with a part of a sentence that says what is wrong with it
   */
  Checkpoint read() throws IOException {
    String name = String.valueOf(path.getFileName());
    if (!exists()) {
      throw new IOException("its file " + name + " is missing");
    }
    if (Files.size(path) > MAX_BYTES) {
      throw new IOException("its file " + name + " is larger than any run writes");
    }
    byte[] content = Files.readAllBytes(path);
    if (!isWhole(content)) {
      throw new IOException(
          "its file " + name + " is not the one that the run wrote (the checksum differs)");
    }
    try {
      return parse(content);
    } catch (IOException | IllegalArgumentException | ArithmeticException problem) {
      throw new IOException("its file " + name + " does not describe a run", problem);
    }
  }

  private static boolean isWhole(byte[] content) {
    if (content.length < HEADER_BYTES) {
      return false;
    }
    String header = new String(content, 0, HEADER_BYTES, StandardCharsets.US_ASCII);
    byte[] body = Arrays.copyOfRange(content, HEADER_BYTES, content.length);
    return header.equals(TITLE + Sha256Sum.of(List.of(body)) + "\n");
  }

  private Checkpoint parse(byte[] content) throws IOException {
    int lineEnd = HEADER_BYTES;
    while (lineEnd < content.length && content[lineEnd] != '\n') {
      lineEnd++;
    }
    ObjectNode tree =
        mapper.readValue(content, HEADER_BYTES, lineEnd - HEADER_BYTES, ObjectNode.class);
    if (tree.get("plan") instanceof ObjectNode plan) {
      RunJson.complete(plan);
    }
    Description description = mapper.treeToValue(tree, Description.class);
    int parameters = description.plan().network().parameterCount();
    ByteBuffer numbers = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    numbers.position(Math.min(lineEnd + 1, content.length));
    long expected =
        Math.multiplyExact(Float.BYTES * (1L + description.moments()), (long) parameters);
    if (description.moments() < 0 || numbers.remaining() != expected) {
      throw new IOException(
          "it has %d bytes of numbers where the run needs %d"
              .formatted(numbers.remaining(), expected));
    }
    float[] weights = Floats.next(numbers, parameters);
    List<float[]> moments = new ArrayList<>();
    for (int i = 0; i < description.moments(); i++) {
      moments.add(Floats.next(numbers, parameters));
    }
    return new Checkpoint(
        description.plan(),
        description.progress(),
        weights,
        new UpdaterState(description.progress().clock().steps(), moments));
  }
}
