package org.keypointstudio.dataset.format.sleap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.csv.CsvSource;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.dataset.format.NamedFaces;
import org.keypointstudio.dataset.format.PixelCoordinate;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/** Reads the instances of a file that people labelled. */
final class SleapReader {
  /** Before version 1.1 the origin was the corner of the top-left pixel and not its centre. */
  private static final double CENTRED_SINCE = 1.1;

  private static final int USER_INSTANCE = 0;

  private final Path path;
  private final HdfTable frames;
  private final HdfTable instances;
  private final HdfTable points;
  private final double shift;
  private final List<SleapSkeleton> skeletons;
  private final SleapVideos videos;
  private final NamedFaces faces = new NamedFaces();
  private final List<Place> places = new ArrayList<>();
  private final Set<Integer> taken = new HashSet<>();
  private final Set<String> films = new LinkedHashSet<>();
  private int predicted;

  /**
   * Where the points of a face are.
   *
   * @param row of the first point; below 0 for a frame without an instance
   * @param nodes names of the keypoints, one a row
   */
  record Place(int row, List<String> nodes) {}

  /**
   * What was read.
   *
   * @param images the faces
   * @param places one a face
   * @param points the table in which they are
   * @param shift that was added to coordinates of the file, in pixels
   */
  record Content(AnnotatedImages images, List<Place> places, HdfTable points, double shift) {}

  private SleapReader(Path path, SleapFile file) {
    this.path = path;
    this.frames = file.table("frames", SleapColumns.FRAMES);
    this.instances = file.table("instances", SleapColumns.INSTANCES);
    this.points = file.table("points", SleapColumns.POINTS);
    this.shift =
        file.numberAttribute("metadata", "format_id").orElse(0.0) < CENTRED_SINCE ? -0.5 : 0;
    this.skeletons =
        SleapSkeleton.all(
            file.textAttribute("metadata", "json")
                .orElseThrow(() -> new IllegalArgumentException("there is no metadata")));
    this.videos = SleapVideos.of(path, file.texts("videos_json"));
  }

  /** Reads a file that is open. */
  static Content read(Path path, SleapFile file, TaskContext context) throws DataSetException {
    return new SleapReader(path, file).read(context);
  }

  private Content read(TaskContext context) throws DataSetException {
    skeletons.forEach(skeleton -> faces.declare(skeleton.nodes()));
    if (faces.names().isEmpty()) {
      throw new IllegalArgumentException("it has no skeleton with keypoints");
    }
    for (int frame = 0; frame < frames.rows(); frame++) {
      context.throwIfCancelled();
      readFrame(frame);
    }
    AnnotatedImages images =
        faces.toImages(names -> SleapColumns.schema(names, skeletons), remarks());
    return new Content(images, List.copyOf(places), points, shift);
  }

  private void readFrame(int frame) throws DataSetException {
    int video = frames.position(frame, "video", Integer.MAX_VALUE);
    int number = frames.position(frame, "frame_idx", Integer.MAX_VALUE);
    String image = videos.imageName(video, number);
    if (videos.isFilm(video)) {
      films.add(videos.name(video));
    }
    int from = frames.position(frame, "instance_id_start", instances.rows());
    int to = frames.position(frame, "instance_id_end", instances.rows());
    int before = faces.size();
    for (int instance = from; instance < to; instance++) {
      if (!taken.add(instance)) {
        throw new IllegalArgumentException("two frames have the instance %d".formatted(instance));
      }
      if (instances.number(instance, "instance_type") == USER_INSTANCE) {
        readInstance(instance, image, video);
      } else {
        predicted++;
      }
    }
    if (faces.size() == before) {
      add(image, video, List.of(), List.of(), -1);
    }
  }

  private void readInstance(int instance, String image, int video) throws DataSetException {
    int skeleton = instances.position(instance, "skeleton", skeletons.size() - 1);
    List<String> nodes = skeletons.get(skeleton).nodes();
    int from = instances.position(instance, "point_id_start", points.rows());
    int to = instances.position(instance, "point_id_end", points.rows());
    if (to - from != nodes.size()) {
      throw new IllegalArgumentException(
          "instance %d has %d points and not the %d of its skeleton"
              .formatted(instance, to - from, nodes.size()));
    }
    List<Keypoint> keypoints = new ArrayList<>();
    for (int row = from; row < to; row++) {
      keypoints.add(keypoint(row, image));
    }
    add(image, video, keypoints, nodes, from);
  }

  private void add(String image, int video, List<Keypoint> keypoints, List<String> nodes, int row) {
    faces.add(
        new AnnotatedFace(
            image, videos.size(video), Optional.empty(), Annotation.of(keypoints), ""),
        nodes);
    places.add(new Place(row, nodes));
  }

  /** SLEAP fills what is not labelled with NaN; what is labelled and not visible is hidden. */
  private Keypoint keypoint(int row, String image) throws DataSetException {
    double x = points.number(row, "x") + shift;
    double y = points.number(row, "y") + shift;
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Keypoint.unlabelled();
    }
    if (!PixelCoordinate.isValid(x) || !PixelCoordinate.isValid(y)) {
      throw new DataSetException(
          "%s, points, row %,d: (%s, %s) on %s is no place in an image; expected numbers of pixels within a million, correct it in SLEAP."
              .formatted(CsvSource.fileName(path), row, x, y, image));
    }
    boolean visible = !points.has("visible") || points.number(row, "visible") != 0;
    return new Keypoint(x, y, visible ? Visibility.VISIBLE : Visibility.OCCLUDED);
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (predicted > 0) {
      remarks.add(
          "%,d predicted %s of %s left aside: a prediction is no label until a person accepts it."
              .formatted(
                  predicted,
                  predicted == 1 ? "instance" : "instances",
                  CsvSource.fileName(path) + (predicted == 1 ? " is" : " are")));
    }
    if (!films.isEmpty()) {
      remarks.add(
          "Frames of %s cannot be shown, since this program reads no films: in SLEAP, File > Export Labels Package… writes a .pkg.slp with the frames in it, which opens here."
              .formatted(films.iterator().next()));
    }
    return remarks;
  }
}
