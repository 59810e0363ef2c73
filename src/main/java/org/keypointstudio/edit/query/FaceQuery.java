package org.keypointstudio.edit.query;

import java.util.Set;

/**
 * Which faces a person looks for, typed as words: {@code missing:nose_tip reviewed:no}, {@code
 * labelled<15}, {@code error(cnn 1)>3 or tag:blurred}, {@code -(complete:yes)}. Words side by side
 * must all hold; {@code or} lets one of two do, {@code -} or {@code not} turns a word round, and
 * parentheses group. A word without a field is looked for in the face's name, tags and note.
 */
public final class FaceQuery {
  /** Asks nothing. */
  public static final FaceQuery EVERYTHING = new FaceQuery("", (_, _) -> true, Set.of());

  private final String text;
  private final Condition condition;
  private final Set<ImageNeed> needs;

  private FaceQuery(String text, Condition condition, Set<ImageNeed> needs) {
    this.text = text;
    this.condition = condition;
    this.needs = Set.copyOf(needs);
  }

  /**
   * Understands a query.
   *
   * @param words names of keypoints, models and tags
   * @throws QueryException with a sentence for the person if it cannot be understood
   */
  public static FaceQuery parse(String text, QueryWords words) throws QueryException {
    if (text.isBlank()) {
      return EVERYTHING;
    }
    QueryTerms terms = new QueryTerms(words);
    Condition condition = new QueryParser(text, terms).parse();
    return new FaceQuery(text.strip(), condition, terms.needs());
  }

  /** Whether it asks nothing. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** What must be measured on the images before {@link #accepts} can tell. */
  public Set<ImageNeed> needs() {
    return needs;
  }

  /** As it was typed. */
  public String text() {
    return text;
  }

  /** Whether a face is one that the person looks for. */
  public boolean accepts(FaceFacts facts, int face) {
    return condition.holds(facts, face);
  }

  @Override
  public String toString() {
    return text;
  }
}
