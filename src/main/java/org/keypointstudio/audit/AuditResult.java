package org.keypointstudio.audit;

import java.util.List;

/**
 * All labelled points of a data set, ranked by how likely they are wrong.
 *
 * @param ranking one entry a labelled point, the most suspicious first
 * @param notes sentences that the person who reads the ranking should know: faces whose image could
 *     not be read, models that have seen the labels
 */
public record AuditResult(List<Suspicion> ranking, List<String> notes) {

  /** Sorts the ranking and copies the lists. */
  public AuditResult {
    ranking = ranking.stream().sorted(Suspicion.HIGHEST_FIRST).toList();
    notes = List.copyOf(notes);
  }

  /** The points that are rather wrong than right, the most suspicious first. */
  public List<Suspicion> probablyWrong() {
    return ranking.stream().takeWhile(Suspicion::isProbablyWrong).toList();
  }
}
