package org.keypointstudio.edit.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.ArbitraryLabels;
import org.keypointstudio.model.FaceLabels;
import org.keypointstudio.model.FaceNotes;
import org.keypointstudio.model.Keypoint;
import org.keypointstudio.model.Origin;

class LabelsMergeTest {
  private static final int FACES = 3;
  private static final int SIZE = 4;

  /** Three versions of the same faces. */
  record Versions(List<FaceLabels> base, List<FaceLabels> ours, List<FaceLabels> theirs) {}

  @Provide
  static Arbitrary<List<FaceLabels>> sets() {
    return ArbitraryLabels.sets(FACES, SIZE);
  }

  /** Versions of few values, so that sides often agree. */
  @Provide
  static Arbitrary<Versions> versions() {
    Arbitrary<Keypoint> keypoint =
        Arbitraries.of(
            Keypoint.unlabelled(),
            Keypoint.absent(),
            Keypoint.visible(1, 2),
            Keypoint.visible(3, 4));
    Arbitrary<FaceLabels> face =
        Combinators.combine(
                keypoint.list().ofSize(SIZE),
                Arbitraries.of(Origin.FILE, Origin.HAND, Origin.model("cnn")).list().ofSize(SIZE),
                Arbitraries.integers().between(0, SIZE - 1).set().ofMaxSize(2),
                Arbitraries.of("", "blurred", "beard"),
                Arbitraries.of("a", "b").set().ofMaxSize(2),
                Arbitraries.of(true, false))
            .as(
                (keypoints, origins, locked, note, tags, reviewed) ->
                    new FaceLabels(
                        Annotation.of(keypoints),
                        origins,
                        locked,
                        new FaceNotes(note, new TreeSet<>(tags), reviewed)));
    Arbitrary<List<FaceLabels>> set = face.list().ofSize(FACES);
    return Combinators.combine(set, set, set).as(Versions::new);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void merging_with_an_unchanged_side_gives_the_other_side(
      @ForAll("sets") List<FaceLabels> base, @ForAll("sets") List<FaceLabels> changed) {
    LabelsMerge theirsUnchanged = LabelsMerge.of(base, changed, base, Side.THEIRS);
    LabelsMerge oursUnchanged = LabelsMerge.of(base, base, changed, Side.OURS);

    assertThat(theirsUnchanged.faces()).isEqualTo(changed);
    assertThat(oursUnchanged.faces()).isEqualTo(changed);
    assertThat(theirsUnchanged.conflicts()).isEmpty();
    assertThat(oursUnchanged.conflicts()).isEmpty();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void the_same_changes_on_both_sides_are_made_once(
      @ForAll("sets") List<FaceLabels> base, @ForAll("sets") List<FaceLabels> changed) {
    LabelsMerge merge = LabelsMerge.of(base, changed, changed, Side.OURS);

    assertThat(merge.faces()).isEqualTo(changed);
    assertThat(merge.conflicts()).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void the_sides_may_change_places_with_the_rule(@ForAll("versions") Versions versions) {
    LabelsMerge merge =
        LabelsMerge.of(versions.base(), versions.ours(), versions.theirs(), Side.OURS);
    LabelsMerge mirrored =
        LabelsMerge.of(versions.base(), versions.theirs(), versions.ours(), Side.THEIRS);

    assertThat(merge.faces()).isEqualTo(mirrored.faces());
    assertThat(merge.conflicts()).hasSameSizeAs(mirrored.conflicts());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void no_value_is_invented(@ForAll("versions") Versions versions, @ForAll Side rule) {
    LabelsMerge merge = LabelsMerge.of(versions.base(), versions.ours(), versions.theirs(), rule);

    for (int face = 0; face < FACES; face++) {
      FaceLabels merged = merge.faces().get(face);
      FaceLabels ours = versions.ours().get(face);
      FaceLabels theirs = versions.theirs().get(face);
      for (int i = 0; i < SIZE; i++) {
        assertThat(merged.annotation().keypoint(i))
            .isIn(ours.annotation().keypoint(i), theirs.annotation().keypoint(i));
        assertThat(merged.origin(i)).isIn(ours.origin(i), theirs.origin(i));
      }
      assertThat(merged.notes().note()).isIn(ours.notes().note(), theirs.notes().note());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
  void exactly_what_both_sides_changed_differently_is_a_conflict(
      @ForAll("versions") Versions versions) {
    LabelsMerge ours =
        LabelsMerge.of(versions.base(), versions.ours(), versions.theirs(), Side.OURS);
    LabelsMerge theirs =
        LabelsMerge.of(versions.base(), versions.ours(), versions.theirs(), Side.THEIRS);

    for (int face = 0; face < FACES; face++) {
      Annotation one = ours.faces().get(face).annotation();
      Annotation other = theirs.faces().get(face).annotation();
      boolean sameNote =
          ours.faces().get(face).notes().note().equals(theirs.faces().get(face).notes().note());
      assertThat(ours.conflictingFaces().contains(face)).isEqualTo(!one.equals(other) || !sameNote);
    }
  }

  @Test
  void each_side_keeps_its_own_changes_of_a_face() {
    FaceLabels base = FaceLabels.of(Annotation.unlabelled(SIZE));
    FaceLabels ours = base.with(0, Keypoint.visible(1, 1), Origin.HAND).withLocked(Set.of(0));
    FaceLabels theirs =
        base.with(1, Keypoint.absent(), Origin.HAND).withNotes(FaceNotes.NONE.withReviewed(true));

    LabelsMerge merge = LabelsMerge.of(List.of(base), List.of(ours), List.of(theirs), Side.OURS);

    assertThat(merge.conflicts()).isEmpty();
    assertThat(merge.faces())
        .containsExactly(
            base.with(0, Keypoint.visible(1, 1), Origin.HAND)
                .with(1, Keypoint.absent(), Origin.HAND)
                .withLocked(Set.of(0))
                .withNotes(FaceNotes.NONE.withReviewed(true)));
  }

  @Test
  void a_keypoint_that_both_moved_is_a_conflict_with_its_three_values() {
    FaceLabels base = FaceLabels.of(Annotation.unlabelled(SIZE).with(2, Keypoint.visible(5, 5)));
    FaceLabels ours = base.with(2, Keypoint.visible(6, 5), Origin.HAND);
    FaceLabels theirs = base.with(2, Keypoint.unlabelled(), Origin.FILE);

    LabelsMerge merge = LabelsMerge.of(List.of(base), List.of(ours), List.of(theirs), Side.THEIRS);

    assertThat(merge.conflicts())
        .containsExactly(
            new Conflict.OfKeypoint(
                0, 2, Keypoint.visible(5, 5), Keypoint.visible(6, 5), Keypoint.unlabelled()));
    assertThat(merge.faces()).containsExactly(theirs);
  }

  @Test
  void sets_of_different_sizes_are_refused() {
    List<FaceLabels> one = List.of(FaceLabels.of(Annotation.unlabelled(SIZE)));

    assertThatThrownBy(() -> LabelsMerge.of(one, one, List.of(), Side.OURS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
