package org.keypointstudio.ui.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.project.RunFolder;
import org.keypointstudio.project.WrittenRun;
import org.keypointstudio.project.shipped.ModelPack;
import org.keypointstudio.project.shipped.ShippedModels;

/** Models that come with a program in a test. */
public final class FakeShipped {
  private FakeShipped() {}

  /** No models. */
  public static ShippedModels none(Path home) {
    return new ShippedModels(_ -> Optional.empty(), home);
  }

  /** One model for Kaggle's keypoints, called {@code small}. */
  public static ShippedModels one(Path folder) throws IOException {
    Path shipped = folder.resolve("shipped");
    Path run =
        WrittenRun.write(
            folder.resolve("run"), KeypointSchema.kaggle15().keypointNames(), 4, List.of(1), "00");
    ModelPack.write(
        new RunFolder(run), shipped.resolve("small"), new ModelPack.Card("Data", "None", "Many"));
    Files.writeString(shipped.resolve("models.txt"), "small");
    return new ShippedModels(
        path ->
            Files.exists(shipped.resolve(path))
                ? Optional.of(Files.readAllBytes(shipped.resolve(path)))
                : Optional.empty(),
        folder.resolve("home"));
  }
}
