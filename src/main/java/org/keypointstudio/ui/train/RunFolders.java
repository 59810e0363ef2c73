package org.keypointstudio.ui.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.keypointstudio.dataset.FaceDataSet;
import org.keypointstudio.training.ModelKind;

/** Decides where runs are kept. */
@FunctionalInterface
public interface RunFolders {

  /**
   * A folder for a new run, which does not exist yet.
   *
   * @param dataSet what is learned from
   * @param model which network
   */
  Path newFolder(FaceDataSet dataSet, ModelKind model);

  /** What people call the run in a folder: "cnn-flip 2" for {@code cnn-flip-2}. */
  static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName()).replaceFirst("-(\\d+)$", " $1");
  }

  /**
   * Whether a name is one that {@link #nameOf} gives to some run in another folder, perhaps one
   * that is not trained yet.
   */
  static boolean mayBecomeNameOfAnother(String name, Path folder) {
    return !name.equals(nameOf(folder))
        && Arrays.stream(ModelKind.values())
            .anyMatch(model -> name.matches(Pattern.quote(model.id()) + " \\d+"));
  }
}
