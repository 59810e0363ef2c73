package org.keypointstudio.project.convert;

import java.util.EnumSet;
import java.util.Set;
import org.keypointstudio.dataset.format.Feature;
import org.keypointstudio.dataset.format.KeypointFormat;

/** What a data set can be converted to. */
public sealed interface ConversionTarget {

  /** A short word for the command line, in lower case. */
  String id();

  /** What people call it. */
  String displayName();

  /** The usual ending of its file, with the dot; empty for a folder of files. */
  String fileEnding();

  /** What it can say. */
  Set<Feature> carries();

  /** One of the annotation formats. */
  record Annotations(KeypointFormat format) implements ConversionTarget {
    @Override
    public String id() {
      return format.id();
    }

    @Override
    public String displayName() {
      return format.displayName();
    }

    @Override
    public String fileEnding() {
      return isFolder() ? "" : format.fileEnding();
    }

    @Override
    public Set<Feature> carries() {
      return format.carries();
    }

    /** Whether it is a folder of files. */
    boolean isFolder() {
      return format.layout() == KeypointFormat.Layout.ONE_FILE_PER_IMAGE;
    }
  }

  /** A CSV file that names image files, one row a face. */
  record ImageTable() implements ConversionTarget {
    @Override
    public String id() {
      return "csv";
    }

    @Override
    public String displayName() {
      return "Folder of images and CSV";
    }

    @Override
    public String fileEnding() {
      return ".csv";
    }

    @Override
    public Set<Feature> carries() {
      return EnumSet.of(
          Feature.PARTLY_LABELLED,
          Feature.FRACTIONS,
          Feature.SEVERAL_FACES,
          Feature.EMPTY_IMAGES,
          Feature.KEYPOINT_NAMES);
    }
  }

  /** Kaggle's CSV with the pixels of each face, 96 × 96 grey values. */
  record KaggleTable() implements ConversionTarget {
    @Override
    public String id() {
      return "kaggle";
    }

    @Override
    public String displayName() {
      return "Kaggle CSV (96 × 96 pixels in the file)";
    }

    @Override
    public String fileEnding() {
      return ".csv";
    }

    @Override
    public Set<Feature> carries() {
      return EnumSet.of(
          Feature.PARTLY_LABELLED,
          Feature.FRACTIONS,
          Feature.SEVERAL_FACES,
          Feature.EMPTY_IMAGES,
          Feature.KEYPOINT_NAMES);
    }
  }
}
