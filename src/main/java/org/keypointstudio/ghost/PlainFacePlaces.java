package org.keypointstudio.ghost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keypointstudio.ghost.FaceCurves.Place;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.KeypointSchema;
import org.keypointstudio.model.schema.SchemaPreset;

/**
 * Where keypoints are on the plain face of {@link FaceCurves}. Left and right are the subject's in
 * all names but CelebA's, which are the viewer's.
 */
final class PlainFacePlaces {
  private PlainFacePlaces() {}

  /**
   * The places of a schema's keypoints: those of a preset if it has the preset's pairs, whatever
   * its keypoints are called, and else those of the keypoints that have a name of a preset.
   * Keypoints about which nothing is known are unlabelled.
   */
  static Annotation of(KeypointSchema schema) {
    for (SchemaPreset preset : SchemaPreset.values()) {
      boolean alike =
          schema.size() == preset.schema().size()
              && schema.flipPairs().equals(preset.schema().flipPairs());
      if (alike) {
        return annotation(places(preset));
      }
    }
    Map<String, Place> known = byName();
    List<Optional<Place>> places =
        schema.keypointNames().stream()
            .map(name -> Optional.ofNullable(known.get(plainName(name))))
            .toList();
    return annotation(places);
  }

  private static Map<String, Place> byName() {
    Map<String, Place> known = new HashMap<>();
    for (SchemaPreset preset : SchemaPreset.values()) {
      List<String> names = preset.schema().keypointNames();
      List<Optional<Place>> places = places(preset);
      for (int k = 0; k < names.size(); k++) {
        String name = plainName(names.get(k));
        places.get(k).ifPresent(place -> known.putIfAbsent(name, place));
      }
    }
    return known;
  }

  private static String plainName(String name) {
    return name.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "_");
  }

  private static Annotation annotation(List<Optional<Place>> places) {
    return Annotation.of(
        places.stream()
            .map(
                place ->
                    place
                        .map(at -> Keypoint.visible(at.x(), at.y()))
                        .orElseGet(Keypoint::unlabelled))
            .toList());
  }

  /** In the preset's order; empty for what is no part of a face. */
  private static List<Optional<Place>> places(SchemaPreset preset) {
    List<Place> face =
        switch (preset) {
          case KAGGLE_15 -> kaggle();
          case IBUG_68 -> ibug();
          case WFLW_98 -> wflw();
          case COCO_17 -> coco();
          case CELEBA_5 -> celeba();
        };
    List<Optional<Place>> places = new ArrayList<>(face.stream().map(Optional::of).toList());
    while (places.size() < preset.schema().size()) {
      places.add(Optional.empty());
    }
    return places;
  }

  private static Place eyeCenter() {
    return new Place(-FaceCurves.EYE_X, FaceCurves.EYE_Y);
  }

  private static Place noseTip() {
    return new Place(0, FaceCurves.NOSE_TIP_Y);
  }

  /** Kaggle's left is the subject's, which is at the right of the picture. */
  private static List<Place> kaggle() {
    List<Place> eye = FaceCurves.eye(4);
    Place outer = eye.get(0);
    Place inner = eye.get(2);
    List<Place> brow = FaceCurves.browTop(3);
    List<Place> top = FaceCurves.lipsTop(3);
    List<Place> bottom = FaceCurves.lipsBottom(3);
    return List.of(
        eyeCenter().mirrored(),
        eyeCenter(),
        inner.mirrored(),
        outer.mirrored(),
        inner,
        outer,
        brow.getLast().mirrored(),
        brow.getFirst().mirrored(),
        brow.getLast(),
        brow.getFirst(),
        noseTip(),
        top.getLast(),
        top.getFirst(),
        top.get(1),
        bottom.get(1));
  }

  private static List<Place> ibug() {
    List<Place> places = new ArrayList<>();
    places.addAll(FaceCurves.jaw(17));
    places.addAll(FaceCurves.browTop(5));
    places.addAll(FaceCurves.mirrored(FaceCurves.browTop(5)).reversed());
    places.addAll(FaceCurves.bridge(4));
    places.addAll(FaceCurves.noseBase(5));
    places.addAll(FaceCurves.eye(6));
    places.addAll(innerCornerFirst(FaceCurves.eye(6)));
    addMouth(places);
    return places;
  }

  private static List<Place> wflw() {
    List<Place> places = new ArrayList<>();
    places.addAll(FaceCurves.jaw(33));
    places.addAll(FaceCurves.browTop(5));
    places.addAll(FaceCurves.browBottom(4));
    places.addAll(FaceCurves.mirrored(FaceCurves.browTop(5)).reversed());
    places.addAll(FaceCurves.mirrored(FaceCurves.browBottom(4)).reversed());
    places.addAll(FaceCurves.bridge(4));
    places.addAll(FaceCurves.noseBase(5));
    places.addAll(FaceCurves.eye(8));
    places.addAll(innerCornerFirst(FaceCurves.eye(8)));
    addMouth(places);
    places.add(eyeCenter());
    places.add(eyeCenter().mirrored());
    return places;
  }

  /**
   * The other eye, over the top from its inner corner, which is at the left of the picture as the
   * outer corner of the first eye is.
   */
  private static List<Place> innerCornerFirst(List<Place> eye) {
    return eye.stream()
        .map(place -> new Place(place.x() + 2 * FaceCurves.EYE_X, place.y()))
        .toList();
  }

  private static void addMouth(List<Place> places) {
    places.addAll(FaceCurves.lipsTop(7));
    places.addAll(FaceCurves.lipsBottom(7).subList(1, 6));
    places.addAll(FaceCurves.mouthTop(5));
    places.addAll(FaceCurves.mouthBottom(5).subList(1, 4));
  }

  private static List<Place> coco() {
    Place ear = new Place(-FaceCurves.EAR_X, FaceCurves.EAR_Y);
    return List.of(noseTip(), eyeCenter().mirrored(), eyeCenter(), ear.mirrored(), ear);
  }

  private static List<Place> celeba() {
    List<Place> lips = FaceCurves.lipsTop(3);
    return List.of(eyeCenter(), eyeCenter().mirrored(), noseTip(), lips.getFirst(), lips.getLast());
  }
}
