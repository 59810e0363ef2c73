package org.keypointstudio.ui.merge;

import java.util.List;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.project.labels.LabelledDataSet;

/** Another version of the open data set, which the document is merged with. */
sealed interface Incoming {

  /** The version as it was read. */
  LabelledDataSet read();

  /** What both versions began with, one a face. */
  List<FaceLabels> base();

  /** Who made it, as a person would say it. */
  String author();

  /** The open file as another program left it; what is merged lies over it from then on. */
  record ChangedFile(LabelledDataSet read, List<FaceLabels> base) implements Incoming {
    @Override
    public String author() {
      return "another program";
    }
  }

  /** Another file, in which somebody else labelled the same faces; it stays as it is. */
  record OtherFile(LabelledDataSet read, List<FaceLabels> base) implements Incoming {
    @Override
    public String author() {
      return String.valueOf(read.dataSet().path().getFileName());
    }
  }
}
