package org.keypointstudio.edit.query;

/** What must be measured on all images before a question can be answered. */
public enum ImageNeed {
  /** Brightness and sharpness. */
  FACTS,
  /** Which faces show the same picture. */
  DUPLICATES
}
