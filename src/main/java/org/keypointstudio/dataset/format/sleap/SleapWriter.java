package org.keypointstudio.dataset.format.sleap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keypointstudio.dataset.format.AnnotatedFace;
import org.keypointstudio.dataset.format.AnnotatedImages;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.IndexPair;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.Visibility;
import org.keypointstudio.task.TaskContext;

/**
 * Makes a new file of SLEAP, version 1.3 of its format. Images of one size are one video, as SLEAP
 * takes sequences of images to have one.
 */
final class SleapWriter {
  private static final double FORMAT = 1.3;
  private static final HdfType LONG = HdfType.whole(8, true);
  private static final HdfType ROW = HdfType.whole(8, false);
  private static final HdfType SMALL = HdfType.whole(4, false);
  private static final HdfType FRAME =
      HdfType.compound(
          List.of(
              new HdfType.Member("frame_id", ROW),
              new HdfType.Member("video", SMALL),
              new HdfType.Member("frame_idx", ROW),
              new HdfType.Member("instance_id_start", ROW),
              new HdfType.Member("instance_id_end", ROW)));
  private static final HdfType INSTANCE =
      HdfType.compound(
          List.of(
              new HdfType.Member("instance_id", LONG),
              new HdfType.Member("instance_type", HdfType.whole(1, false)),
              new HdfType.Member("frame_id", ROW),
              new HdfType.Member("skeleton", SMALL),
              new HdfType.Member("track", HdfType.whole(4, true)),
              new HdfType.Member("from_predicted", LONG),
              new HdfType.Member("score", HdfType.FLOAT),
              new HdfType.Member("point_id_start", ROW),
              new HdfType.Member("point_id_end", ROW),
              new HdfType.Member("tracking_score", HdfType.FLOAT)));
  private static final List<HdfType.Member> POINT_MEMBERS =
      List.of(
          new HdfType.Member("x", HdfType.DOUBLE),
          new HdfType.Member("y", HdfType.DOUBLE),
          new HdfType.Member("visible", HdfType.BOOLEAN),
          new HdfType.Member("complete", HdfType.BOOLEAN));
  private static final HdfType POINT = HdfType.compound(POINT_MEMBERS);
  private static final HdfType PREDICTED_POINT =
      HdfType.compound(
          List.of(
              POINT_MEMBERS.get(0),
              POINT_MEMBERS.get(1),
              POINT_MEMBERS.get(2),
              POINT_MEMBERS.get(3),
              new HdfType.Member("score", HdfType.DOUBLE)));

  private final KeypointSchema schema;
  private final Map<ImageSize, List<List<AnnotatedFace>>> videos = new LinkedHashMap<>();
  private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
  private final ByteArrayOutputStream instances = new ByteArrayOutputStream();
  private final ByteArrayOutputStream points = new ByteArrayOutputStream();
  private int frameCount;
  private int instanceCount;
  private long pointCount;

  private SleapWriter(AnnotatedImages images) {
    this.schema = images.schema();
    for (List<AnnotatedFace> faces : images.byImage().values()) {
      ImageSize size = faces.getFirst().imageSize().orElse(new ImageSize(1, 1));
      videos.computeIfAbsent(size, _ -> new ArrayList<>()).add(faces);
    }
  }

  /**
   * The bytes of the file.
   *
   * @throws IllegalArgumentException if the names of keypoints are longer than a file can hold
   */
  static byte[] write(AnnotatedImages images, TaskContext context) {
    return new SleapWriter(images).file(context);
  }

  private byte[] file(TaskContext context) {
    List<String> described = new ArrayList<>();
    int video = 0;
    for (Map.Entry<ImageSize, List<List<AnnotatedFace>>> entry : videos.entrySet()) {
      described.add(describe(entry.getKey(), entry.getValue()));
      for (int i = 0; i < entry.getValue().size(); i++) {
        context.throwIfCancelled();
        addFrame(video, i, entry.getValue().get(i));
      }
      video++;
    }
    HdfWriter hdf = new HdfWriter();
    byte[] metadata = metadata().getBytes(StandardCharsets.UTF_8);
    HdfWriter.Named group =
        hdf.group(
            "metadata",
            List.of(),
            List.of(
                new HdfWriter.Attribute("format_id", HdfType.DOUBLE, bytes(8).putDouble(FORMAT)),
                new HdfWriter.Attribute(
                    "json", HdfType.text(metadata.length), bytes(metadata.length).put(metadata))));
    return hdf.file(
        hdf.group(
            "/",
            List.of(
                group,
                texts(hdf, "videos_json", described),
                texts(hdf, "tracks_json", List.of()),
                texts(hdf, "suggestions_json", List.of()),
                hdf.dataset("frames", FRAME, frames.toByteArray()),
                hdf.dataset("instances", INSTANCE, instances.toByteArray()),
                hdf.dataset("points", POINT, points.toByteArray()),
                hdf.dataset("pred_points", PREDICTED_POINT, new byte[0])),
            List.of()));
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static HdfWriter.Named texts(HdfWriter hdf, String name, List<String> texts) {
    List<byte[]> encoded =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int longest = encoded.stream().mapToInt(text -> text.length).max().orElse(1);
    byte[] values = new byte[Math.multiplyExact(longest, encoded.size())];
    for (int i = 0; i < encoded.size(); i++) {
      System.arraycopy(encoded.get(i), 0, values, i * longest, encoded.get(i).length);
    }
    return hdf.dataset(name, HdfType.text(longest), values);
  }

  private void addFrame(int video, int index, List<AnnotatedFace> faces) {
    List<AnnotatedFace> labelled = faces.stream().filter(face -> !face.isEmptyImage()).toList();
    int first = instanceCount;
    for (AnnotatedFace face : labelled) {
      ByteBuffer instance = bytes(INSTANCE.bytes());
      instance.putLong(instanceCount).put((byte) 0).putLong(frameCount).putInt(0);
      instance.putInt(-1).putLong(-1).putFloat(0);
      instance.putLong(pointCount).putLong(pointCount + schema.size()).putFloat(0);
      instances.writeBytes(HdfType.written(instance));
      face.annotation().keypoints().forEach(this::addPoint);
      instanceCount++;
      pointCount += schema.size();
    }
    ByteBuffer frame = bytes(FRAME.bytes());
    frame.putLong(frameCount).putInt(video).putLong(index);
    frames.writeBytes(HdfType.written(frame.putLong(first).putLong(instanceCount)));
    frameCount++;
  }

  private void addPoint(Keypoint keypoint) {
    points.writeBytes(
        HdfType.written(
            bytes(POINT.bytes())
                .putDouble(keypoint.x())
                .putDouble(keypoint.y())
                .put((byte) (keypoint.visibility() == Visibility.VISIBLE ? 1 : 0))
                .put((byte) (keypoint.isPlaced() ? 1 : 0))));
  }

  private static String describe(ImageSize size, List<List<AnnotatedFace>> images) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode video = json.objectNode();
    String first = images.getFirst().getFirst().imageName();
    video.put("filename", first);
    ObjectNode backend = video.putObject("backend");
    backend.put("type", "ImageVideo");
    backend.putArray("shape").add(images.size()).add(size.height()).add(size.width()).add(3);
    backend.put("filename", first);
    ArrayNode names = backend.putArray("filenames");
    images.forEach(faces -> names.add(faces.getFirst().imageName()));
    backend.put("height_", size.height()).put("width_", size.width()).put("channels_", 3);
    backend.putNull("grayscale");
    return video.toString();
  }

  private String metadata() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", "2.0.0");
    ArrayNode nodes = root.putArray("nodes");
    ObjectNode skeleton = root.putArray("skeletons").addObject();
    skeleton.put("directed", true).put("multigraph", true);
    skeleton
        .putObject("graph")
        .put("name", schema.name())
        .put("num_edges_inserted", schema.skeleton().size());
    ArrayNode ids = skeleton.putArray("nodes");
    for (int i = 0; i < schema.size(); i++) {
      nodes.addObject().put("name", schema.keypointNames().get(i)).put("weight", 1.0);
      ids.addObject().put("id", i);
    }
    ArrayNode links = skeleton.putArray("links");
    addLinks(schema.skeleton(), 1, 1, links);
    addLinks(schema.flipPairs(), 2, schema.skeleton().isEmpty() ? 1 : 2, links);
    for (String empty : List.of("videos", "tracks", "suggestions")) {
      root.putArray(empty);
    }
    root.putObject("negative_anchors");
    root.putObject("provenance");
    return root.toString();
  }

  /**
   * Links as jsonpickle and networkx write them.
   *
   * @param kind 1 for lines, 2 for pairs that mirror each other
   * @param number under which the kind comes first in the file
   */
  private static void addLinks(List<IndexPair> pairs, int kind, int number, ArrayNode links) {
    for (int i = 0; i < pairs.size(); i++) {
      ObjectNode link = links.addObject();
      if (kind == 1) {
        link.put("edge_insert_idx", i);
      }
      link.put("key", 0).put("source", pairs.get(i).first()).put("target", pairs.get(i).second());
      ObjectNode type = link.putObject("type");
      if (i > 0) {
        type.put("py/id", number);
      } else {
        ArrayNode reduced = type.putArray("py/reduce");
        reduced.addObject().put("py/type", "sleap.skeleton.EdgeType");
        reduced.addObject().putArray("py/tuple").add(kind);
      }
    }
  }
}
