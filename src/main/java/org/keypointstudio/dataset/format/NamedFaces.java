package org.keypointstudio.dataset.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;

/**
 * Gathers the faces of a file that names each keypoint where it stands, so that which keypoints
 * there are is known only at its end. Names keep the order that the faces give them: one that a
 * face has and the faces before it had not goes behind the name before it.
 */
public final class NamedFaces {
  /** More than any schema has. */
  public static final int MOST_NAMES = 10_000;

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Integer> order = new ArrayList<>();
  private final List<Entry> faces = new ArrayList<>();

  /** A face and the numbers of its keypoints, which are given in the order of the first naming. */
  private record Entry(AnnotatedFace face, List<Integer> keypoints) {}

  /**
   * Takes names in the order in which a file declares them, before any face.
   *
   * @throws IllegalArgumentException if there would be more than {@link #MOST_NAMES} names
   */
  public void declare(List<String> declared) {
    for (String name : declared) {
      if (!numbers.containsKey(name)) {
        addName(name, order.size());
      }
    }
  }

  /**
   * Adds a face.
   *
   * @param face with one keypoint for each name
   * @param keypoints their names, none twice
   * @throws IllegalArgumentException if there would be more than {@link #MOST_NAMES} names
   */
  public void add(AnnotatedFace face, List<String> keypoints) {
    List<Integer> numbered = new ArrayList<>(keypoints.size());
    int place = 0;
    for (String name : keypoints) {
      Integer number = numbers.get(name);
      if (number == null) {
        number = addName(name, place);
        place++;
      } else {
        place = order.indexOf(number) + 1;
      }
      numbered.add(number);
    }
    faces.add(new Entry(face, List.copyOf(numbered)));
  }

  private int addName(String name, int place) {
    int number = names.size();
    if (number == MOST_NAMES) {
      throw new IllegalArgumentException("there are more than %,d keypoints".formatted(MOST_NAMES));
    }
    names.add(name);
    numbers.put(name, number);
    order.add(place, number);
    return number;
  }

  /** The number of faces so far. */
  public int size() {
    return faces.size();
  }

  /** All names in their order. */
  public List<String> names() {
    return order.stream().map(names::get).toList();
  }

  /**
   * The faces with the keypoints of all of them.
   *
   * @param schemaOf gives the schema of the names; it must have all of them, in any order
   */
  public AnnotatedImages toImages(
      Function<List<String>, KeypointSchema> schemaOf, List<String> remarks) {
    KeypointSchema schema = schemaOf.apply(names());
    int[] places = names.stream().mapToInt(schema::indexOf).toArray();
    List<AnnotatedFace> complete = new ArrayList<>(faces.size());
    for (Entry entry : faces) {
      List<Keypoint> keypoints =
          new ArrayList<>(Collections.nCopies(schema.size(), Keypoint.unlabelled()));
      for (int i = 0; i < entry.keypoints().size(); i++) {
        keypoints.set(places[entry.keypoints().get(i)], entry.face().annotation().keypoint(i));
      }
      complete.add(entry.face().withAnnotation(Annotation.of(keypoints)));
    }
    return new AnnotatedImages(schema, complete, remarks);
  }
}
