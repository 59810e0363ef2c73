package org.keypointstudio.dataset.format.sleap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.dataset.format.SidecarFiles;
import org.keypointstudio.model.ImageSize;

/** The file's videos: sequences of image files, films, or frames in the file itself. */
final class SleapVideos {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DATASET = "/video";

  private final List<Video> videos;
  private final Map<Integer, Integer> indexById;

  /**
   * A video.
   *
   * @param name of its file
   * @param frames names of its image files; none if they are no files
   * @param group of the file in which its frames are; empty if they are elsewhere
   * @param size of its frames if it is known
   */
  private record Video(String name, List<String> frames, String group, Optional<ImageSize> size) {}

  private SleapVideos(List<Video> videos, Map<Integer, Integer> indexById) {
    this.videos = List.copyOf(videos);
    this.indexById = Map.copyOf(indexById);
  }

  /**
   * Takes what the file says of its videos.
   *
   * @param path of the labels, to whose folder names are relative
   * @param texts one JSON object a video
   * @throws IllegalArgumentException if a text is no JSON
   */
  static SleapVideos of(Path path, List<String> texts) {
    List<Video> videos = new ArrayList<>();
    Map<Integer, Integer> indexById = new HashMap<>();
    for (String text : texts) {
      try {
        videos.add(video(SidecarFiles.folder(path), MAPPER.readTree(text)));
      } catch (JsonProcessingException problem) {
        throw new IllegalArgumentException("a video of videos_json is no JSON", problem);
      }
    }
    for (int i = 0; i < videos.size(); i++) {
      indexById.putIfAbsent(id(videos.get(i).group(), i), i);
    }
    return new SleapVideos(videos, indexById);
  }

  /** Frames that lie in the file name their video by the number of its group. */
  private static int id(String group, int index) {
    return group.matches("video\\d{1,9}") ? Integer.parseInt(group.substring(5)) : index;
  }

  private static Video video(Path folder, JsonNode video) {
    JsonNode backend = video.path("backend");
    String name = backend.path("filename").asText(video.path("filename").asText(""));
    String dataset = backend.path("dataset").asText("");
    boolean embedded = name.equals(".") || dataset.matches("video\\d{1,9}/video");
    List<String> frames = new ArrayList<>();
    backend.path("filenames").forEach(file -> frames.add(file.asText().replace('\\', '/')));
    if (frames.isEmpty() && !embedded && isImage(name)) {
      frames.add(name.replace('\\', '/'));
    }
    return new Video(
        name.replace('\\', '/'),
        SleapImageNames.relative(folder, frames),
        embedded && dataset.endsWith(DATASET)
            ? dataset.substring(0, dataset.length() - DATASET.length())
            : "",
        size(backend));
  }

  private static boolean isImage(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|gif|tiff?|webp)");
  }

  /** SLEAP gives frames, rows, columns and channels. */
  private static Optional<ImageSize> size(JsonNode backend) {
    JsonNode shape = backend.path("shape");
    int height = shape.path(1).asInt(backend.path("height_").asInt());
    int width = shape.path(2).asInt(backend.path("width_").asInt());
    return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
  }

  private Video video(int id) {
    int index = indexById.getOrDefault(id, id);
    if (index < 0 || index >= videos.size()) {
      throw new IllegalArgumentException("there is no video %d".formatted(id));
    }
    return videos.get(index);
  }

  /** Whether a frame's image is in the file itself. */
  boolean isEmbedded(int id) {
    return !video(id).group().isEmpty();
  }

  /** Whether a frame is part of a film, which no image file shows. */
  boolean isFilm(int id) {
    return video(id).group().isEmpty() && video(id).frames().isEmpty();
  }

  /** What the video's file is called. */
  String name(int id) {
    return video(id).name();
  }

  /** The size of a video's frames. */
  Optional<ImageSize> size(int id) {
    return video(id).size();
  }

  /**
   * What the image of a frame is called: its file, or a name made of its video and its number.
   *
   * @throws IllegalArgumentException if there is no such frame
   */
  String imageName(int id, int frame) {
    Video video = video(id);
    if (!video.group().isEmpty()) {
      return EmbeddedFrame.name(video.group(), frame);
    }
    if (video.frames().isEmpty()) {
      return "%s/%06d.png".formatted(SleapImageNames.last(video.name()), frame);
    }
    if (frame >= video.frames().size()) {
      throw new IllegalArgumentException(
          "video %d has %d images but frame %d".formatted(id, video.frames().size(), frame));
    }
    return video.frames().get(frame);
  }
}
