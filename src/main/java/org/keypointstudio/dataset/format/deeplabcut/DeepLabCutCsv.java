package org.keypointstudio.dataset.format.deeplabcut;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CoordinateCell;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.AnnotationFile;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * The table of DeepLabCut ({@code CollectedData_SCORER.csv}) and of Lightning Pose: rows of heads
 * {@code scorer}, {@code individuals} (where there are several), {@code bodyparts} and {@code
 * coords}, then a row an image, whose name is in one column or, folder by folder, in several. An
 * empty pair of cells is a keypoint without a label. Coordinates are pixel indices from 0.
 */
public final class DeepLabCutCsv implements KeypointFormat {
  private static final String ID = "deeplabcut";
  private static final String SCORER = "keypoint-studio";
  private static final String INDIVIDUAL = "face_";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String displayName() {
    return "DeepLabCut or Lightning Pose (CSV)";
  }

  @Override
  public Layout layout() {
    return Layout.ONE_FILE;
  }

  @Override
  public String fileEnding() {
    return ".csv";
  }

  @Override
  public Set<Feature> carries() {
    return EnumSet.of(
        Feature.PARTLY_LABELLED,
        Feature.FRACTIONS,
        Feature.SEVERAL_FACES,
        Feature.EMPTY_IMAGES,
        Feature.KEYPOINT_NAMES);
  }

  @Override
  public boolean recognises(Path path, byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return start.matches("(?s)\"?scorer\"?,.*[\\r\\n]\"?bodyparts\"?,.*[\\r\\n]\"?coords\"?,.*");
  }

  @Override
  public AnnotatedImages read(Path path, TaskContext context) throws DataSetException {
    return new DeepLabCutReader(path).read(context);
  }

  @Override
  public void write(AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    Map<String, List<AnnotatedFace>> byImage = images.byImage();
    int faces = byImage.values().stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>(heads(images.schema(), faces));
    for (Map.Entry<String, List<AnnotatedFace>> image : byImage.entrySet()) {
      context.throwIfCancelled();
      context.report(lines.size(), byImage.size(), "Writing " + target.getFileName());
      List<String> cells = new ArrayList<>(List.of(image.getKey()));
      for (int face = 0; face < faces; face++) {
        Annotation annotation =
            face < image.getValue().size()
                ? image.getValue().get(face).annotation()
                : Annotation.unlabelled(images.schema().size());
        annotation.keypoints().forEach(keypoint -> addCells(keypoint, cells));
      }
      lines.add(HeaderedTable.line(cells));
    }
    write(lines, target);
  }

  private static List<String> heads(KeypointSchema schema, int faces) {
    int columns = 2 * faces * schema.size();
    List<String> scorers = new ArrayList<>(List.of("scorer"));
    scorers.addAll(Collections.nCopies(columns, SCORER));
    List<String> individuals = new ArrayList<>(List.of("individuals"));
    List<String> bodyparts = new ArrayList<>(List.of("bodyparts"));
    List<String> coords = new ArrayList<>(List.of("coords"));
    for (int face = 1; face <= faces; face++) {
      for (String keypoint : schema.keypointNames()) {
        individuals.addAll(Collections.nCopies(2, INDIVIDUAL + face));
        bodyparts.addAll(Collections.nCopies(2, keypoint));
        coords.addAll(List.of("x", "y"));
      }
    }
    List<List<String>> heads =
        faces == 1
            ? List.of(scorers, bodyparts, coords)
            : List.of(scorers, individuals, bodyparts, coords);
    return heads.stream().map(HeaderedTable::line).toList();
  }

  private static void addCells(Keypoint keypoint, List<String> cells) {
    cells.add(CoordinateCell.format(keypoint.x()));
    cells.add(CoordinateCell.format(keypoint.y()));
  }

  private static void write(List<String> lines, Path target) throws DataSetException {
    AnnotationFile.replace(
        target, temporary -> Files.write(temporary, lines, StandardCharsets.UTF_8));
  }

  @Override
  public void rewrite(Path original, AnnotatedImages images, Path target, TaskContext context)
      throws DataSetException {
    DeepLabCutReader reader = new DeepLabCutReader(original);
    List<String> lines = new ArrayList<>(reader.table().lines());
    Iterator<AnnotatedFace> faces = images.faces().iterator();
    for (int line = reader.columns().heads(); line < lines.size(); line++) {
      context.throwIfCancelled();
      context.report(line, lines.size(), "Writing " + target.getFileName());
      if (lines.get(line).isBlank()) {
        continue;
      }
      List<String> cells = new ArrayList<>(reader.cells(line));
      boolean changed = false;
      for (DeepLabCutReader.Found before : reader.faces(cells, line)) {
        changed |= replace(reader, before, faces.next().annotation(), cells);
      }
      if (changed) {
        lines.set(line, HeaderedTable.line(cells));
      }
    }
    write(lines, target);
  }

  private static boolean replace(
      DeepLabCutReader reader,
      DeepLabCutReader.Found before,
      Annotation after,
      List<String> cells) {
    boolean changed = false;
    for (HeaderedTable.Column column : reader.columns().points()) {
      int keypoint = reader.schema().indexOf(column.bodypart());
      if (column.individual().equals(before.individual())
          && !samePlace(before.annotation().keypoint(keypoint), after.keypoint(keypoint))) {
        cells.set(column.x(), CoordinateCell.format(after.x(keypoint)));
        cells.set(column.x() + 1, CoordinateCell.format(after.y(keypoint)));
        changed = true;
      }
    }
    return changed;
  }

  /** Whatever else is known of a keypoint, the table has no place for it. */
  private static boolean samePlace(Keypoint before, Keypoint after) {
    return Double.compare(before.x(), after.x()) == 0 && Double.compare(before.y(), after.y()) == 0;
  }
}
