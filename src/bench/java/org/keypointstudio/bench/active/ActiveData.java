package org.keypointstudio.bench.active;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.dataset.groups.FaceGroups;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.task.TaskContext;

/**
 * The complete rows of a data set: some people's can be labelled, the others' judge.
 *
 * @param schema of the faces
 * @param images of all faces
 * @param groups who is on each face
 * @param truth all points of each face
 * @param pool positions of the faces that can be labelled
 * @param judges positions of the faces of other people
 */
record ActiveData(
    KeypointSchema schema,
    List<GrayImage> images,
    List<String> groups,
    List<Annotation> truth,
    List<Integer> pool,
    List<Integer> judges) {
  private static final double JUDGES_SHARE = 0.3;

  /** Deals the people of a file's complete rows. */
  static ActiveData of(Path file, long seed) throws IOException {
    FaceDataSet dataSet = new DataSetFiles().open(file, TaskContext.unattended());
    List<String> names = FaceGroups.beside(file, dataSet.size()).names();
    List<GrayImage> images = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<Annotation> truth = new ArrayList<>();
    for (int face = 0; face < dataSet.size(); face++) {
      if (dataSet.annotation(face).isComplete()) {
        images.add(dataSet.image(face));
        groups.add(names.get(face));
        truth.add(dataSet.annotation(face));
      }
    }
    List<String> people = new ArrayList<>(new LinkedHashSet<>(groups));
    Collections.shuffle(people, new Random(seed));
    Set<String> judging =
        new HashSet<>(people.subList(0, (int) Math.round(JUDGES_SHARE * people.size())));
    List<Integer> pool = new ArrayList<>();
    List<Integer> judges = new ArrayList<>();
    for (int face = 0; face < truth.size(); face++) {
      (judging.contains(groups.get(face)) ? judges : pool).add(face);
    }
    return new ActiveData(dataSet.schema(), images, groups, truth, pool, judges);
  }
}
