package org.keypointstudio.project.labels;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.dataset.version.FileVersion;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;

/**
 * The file {@code labels.json} of a project folder: what people said of faces and the data file
 * cannot carry. An entry belongs to a row with certain coordinates, so that a data file that was
 * changed by something else does not get marks that were made for other labels.
 */
final class MarksFile {
  private static final String FORMAT = "keypoint-studio-labels";
  private static final int VERSION = 1;
  private static final String ROW = "row";
  private static final String COORDINATES = "coordinates";
  private static final String ADDED = "added";
  private static final String PLACES = "places";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  MarksFile(Path file) {
    this.file = file;
  }

  /**
   * Faces with their marks.
   *
   * @param faces in the data set's order
   * @param problems a sentence about each thing that could not be used
   */
  record Marked(List<FaceLabels> faces, List<String> problems) {}

  /** Whether there are marks, of whatever labels. */
  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Whether the marks were written by a later version of this program. */
  boolean isOfLaterVersion() {
    return FileVersion.isLater(file, FORMAT, VERSION);
  }

  /**
   * Adds the marks to what the data file holds.
   *
   * @param added names of keypoints that the data file does not have, which stand behind the others
   * @param loaded the annotations that the data file gives
   */
  Marked read(KeypointSchema schema, List<String> added, List<Annotation> loaded) {
    int size = schema.size() + added.size();
    List<FaceLabels> faces =
        new ArrayList<>(loaded.stream().map(FaceLabels::of).map(it -> it.grownTo(size)).toList());
    List<String> problems = new ArrayList<>();
    if (isOfLaterVersion()) {
      problems.add(
          "The marks in %s were written by a later version of Keypoint Studio and are not shown: update this program."
              .formatted(file));
    } else if (exists()) {
      try {
        int strangers = apply(requireMarksOf(schema), added, loaded, faces);
        if (strangers > 0) {
          problems.add(
              "The marks of %,d %s in %s were made for other labels than the data file has now, and are not used."
                  .formatted(strangers, strangers == 1 ? "face" : "faces", file));
        }
      } catch (IOException problem) {
        problems.add(
            "The marks in %s cannot be used (%s): correct the file, or it is set aside with the next save."
                .formatted(file, reason(problem)));
      }
    }
    return new Marked(List.copyOf(faces), List.copyOf(problems));
  }

  private static String reason(IOException problem) {
    return problem instanceof JacksonException json
        ? "it is not whole JSON: " + json.getOriginalMessage()
        : String.valueOf(problem.getMessage());
  }

  private JsonNode requireMarksOf(KeypointSchema schema) throws IOException {
    JsonNode root = MAPPER.readTree(file.toFile());
    if (!FORMAT.equals(root.path("format").asText()) || root.path("version").asInt() != VERSION) {
      throw new IOException("its format is not %s of version %d".formatted(FORMAT, VERSION));
    }
    List<String> names = new ArrayList<>();
    root.path("keypoints").forEach(name -> names.add(name.asText()));
    if (!names.equals(schema.keypointNames())) {
      throw new IOException("its keypoints are others than those of the data file");
    }
    return root;
  }

  /** Puts the marks on the faces that they fit, and gives the number of faces with others. */
  private static int apply(
      JsonNode root, List<String> added, List<Annotation> loaded, List<FaceLabels> faces)
      throws IOException {
    AddedPlaces places = AddedPlaces.of(root.path(ADDED), added);
    List<Boolean> marked = new ArrayList<>();
    faces.forEach(_ -> marked.add(false));
    List<Integer> unused = new ArrayList<>();
    for (JsonNode entry : root.path("faces")) {
      int row = entry.path(ROW).asInt(-1);
      boolean fits =
          row >= 0
              && row < faces.size()
              && LabelsHash.isOf(loaded.get(row), entry.path(COORDINATES).asText());
      if (fits && !marked.get(row)) {
        faces.set(
            row,
            places.wanted(
                LabelsJson.withMarks(entry, places.placed(loaded.get(row), entry.path(PLACES))),
                loaded.get(row).size()));
        marked.set(row, true);
      } else if (!fits) {
        unused.add(row);
      }
    }
    return (int)
        unused.stream()
            .filter(row -> row < 0 || row >= faces.size() || !marked.get(row))
            .distinct()
            .count();
  }

  /**
   * Writes the marks of faces before the data file is written: both those for the labels that it
   * has and those for the labels that it gets, so that the right ones are there whether the program
   * lives to write it or not.
   *
   * @param added names of keypoints that the data file does not have, behind its own in all labels
   * @param before labels as the data file has them
   * @param after labels as it gets them
   * @throws IOException if that fails; the old file is as it was
   * @throws IllegalStateException if the file is of a later version
   */
  void write(
      KeypointSchema schema, List<String> added, List<FaceLabels> before, List<FaceLabels> after)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (isOfLaterVersion()) {
      throw new IllegalStateException(FileVersion.refusal(file));
    }
    setAsideIfUnusable(schema);
    AtomicFile.replace(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            out.write(head(schema, added));
            String separator = "\n";
            for (int row = 0; row < after.size(); row++) {
              for (FaceLabels labels : distinct(schema.size(), before.get(row), after.get(row))) {
                out.write(separator);
                out.write(entry(row, schema.size(), labels));
                separator = ",\n";
              }
            }
            out.write("\n]}\n");
          }
        });
  }

  /** What cannot be understood may still be of use to somebody. */
  private void setAsideIfUnusable(KeypointSchema schema) throws IOException {
    if (!exists()) {
      return;
    }
    try {
      requireMarksOf(schema);
    } catch (IOException _) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".unreadable"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String head(KeypointSchema schema, List<String> added) throws IOException {
    String more =
        added.isEmpty() ? "" : "\"%s\":%s,\n".formatted(ADDED, MAPPER.writeValueAsString(added));
    return "{\"format\":\"%s\",\"version\":%d,\n\"keypoints\":%s,\n%s\"faces\":["
        .formatted(FORMAT, VERSION, MAPPER.writeValueAsString(schema.keypointNames()), more);
  }

  /** The labels of a row that have marks; one if both would say the same of it. */
  private static List<FaceLabels> distinct(int inFile, FaceLabels before, FaceLabels after) {
    List<FaceLabels> labels = new ArrayList<>();
    if (hasMarks(inFile, before) || hasMarks(inFile, after)) {
      labels.add(after); // even without marks, so that the others are known to be earlier ones
      boolean otherRow =
          !LabelsHash.of(before.cutTo(inFile).annotation())
              .equals(LabelsHash.of(after.cutTo(inFile).annotation()));
      if (otherRow) {
        labels.add(before);
      }
    }
    return labels;
  }

  private static String entry(int row, int inFile, FaceLabels labels) throws IOException {
    ObjectNode entry = MAPPER.createObjectNode();
    entry.put(ROW, row);
    entry.put(COORDINATES, LabelsHash.of(labels.cutTo(inFile).annotation()));
    if (labels.annotation().size() > inFile) {
      AddedPlaces.put(entry.putObject(PLACES), inFile, labels.annotation());
    }
    LabelsJson.putMarks(entry, labels);
    return MAPPER.writeValueAsString(entry);
  }

  /** Whether there is something that a table of coordinates cannot carry. */
  private static boolean hasMarks(int inFile, FaceLabels labels) {
    Annotation annotation = labels.annotation();
    for (int keypoint = 0; keypoint < annotation.size(); keypoint++) {
      Visibility state = annotation.visibility(keypoint);
      if (state == Visibility.OCCLUDED
          || state == Visibility.ABSENT
          || (keypoint >= inFile && state == Visibility.VISIBLE)) {
        return true;
      }
    }
    return !labels.equals(FaceLabels.of(annotation));
  }
}
