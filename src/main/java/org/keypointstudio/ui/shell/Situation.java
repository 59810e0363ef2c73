package org.keypointstudio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.keypointstudio.ui.session.StudioSession;
import org.keypointstudio.ui.task.WindowTaskExecutor;

/** What the window shows, in sentences for an error report: numbers, no names. */
final class Situation {
  private final StudioSession session;
  private final ObjectProperty<Workspace> workspace;
  private final WindowTaskExecutor tasks;

  Situation(StudioSession session, ObjectProperty<Workspace> workspace, WindowTaskExecutor tasks) {
    this.session = session;
    this.workspace = workspace;
    this.tasks = tasks;
  }

  List<String> describe() {
    List<String> sentences = new ArrayList<>();
    sentences.add("The workspace is %s.".formatted(workspace.get().name()));
    sentences.add(
        session
            .openDataSet()
            .map(
                open ->
                    "A data set of %d faces with %d keypoints is open, of which %d are shown; %s."
                        .formatted(
                            open.document().size(),
                            open.document().schema().size(),
                            session.shownFaces().size(),
                            open.document().isDirty() ? "it has unsaved changes" : "it is saved"))
            .orElse("No data set is open."));
    sentences.add(
        "There are %d models; %d tasks run in the background."
            .formatted(session.models().size(), tasks.running().size()));
    return sentences;
  }
}
