package org.keypointstudio.bench.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.file.DataSetFiles;
import org.keypointstudio.edit.query.FaceOrder;
import org.keypointstudio.edit.query.FaceQuery;
import org.keypointstudio.edit.query.QueryException;
import org.keypointstudio.edit.query.QueryWords;
import org.keypointstudio.task.TaskContext;
import org.keypointstudio.ui.session.OpenDataSet;
import org.keypointstudio.ui.session.StudioSession;

/**
 * Opens a folder of images, filters and sorts it, as the window does, and prints milliseconds: of
 * the first opening, and the medians of the filters and orders. In a process of its own.
 */
final class FolderTimes {
  private static final List<String> QUERIES =
      List.of(
          "labelled<5", "missing:nose_tip reviewed:no", "name:12345", "interocular<30", "-tag:x");
  private static final List<String> ORDERS = List.of("labelled", "-interocular", "name", "");

  private FolderTimes() {}

  /** The CSV, and how many turns. */
  public static void main(String[] arguments) throws IOException, DataSetException, QueryException {
    Path csv = Path.of(arguments[0]);
    int turns = Integer.parseInt(arguments[1]);
    StudioSession session = new StudioSession();
    long begun = System.nanoTime();
    session.open(OpenDataSet.of(new DataSetFiles().open(csv, TaskContext.unattended())));
    print("open", "", milliseconds(begun));
    QueryWords words = session.words().orElseThrow();
    for (String text : QUERIES) {
      FaceQuery query = FaceQuery.parse(text, words);
      List<Double> times = new ArrayList<>();
      for (int turn = 0; turn < turns; turn++) {
        session.queryProperty().set(FaceQuery.EVERYTHING);
        begun = System.nanoTime();
        session.queryProperty().set(query);
        times.add(milliseconds(begun));
      }
      print("filter", text, median(times));
    }
    session.queryProperty().set(FaceQuery.EVERYTHING);
    for (String text : ORDERS) {
      List<Double> times = new ArrayList<>();
      for (int turn = 0; turn < turns; turn++) {
        session.orderProperty().set(FaceOrder.parse("-row", words));
        begun = System.nanoTime();
        session.orderProperty().set(FaceOrder.parse(text, words));
        times.add(milliseconds(begun));
      }
      print("sort", text.isEmpty() ? "row" : text, median(times));
    }
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    print("heap", String.valueOf(session.shownFaces().size()), used / 1e6);
  }

  private static void print(String kind, String text, double value) {
    System.out.printf(Locale.ROOT, "%s\t%s\t%.1f%n", kind, text, value);
  }

  private static double milliseconds(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
