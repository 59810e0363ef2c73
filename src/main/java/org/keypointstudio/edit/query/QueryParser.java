package org.keypointstudio.edit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the structure of a query: words, {@code or}, {@code -}, {@code not} and parentheses. */
final class QueryParser {
  /** Deeper nesting is nothing that a person typed. */
  private static final int DEEPEST = 50;

  private final String text;
  private final QueryTerms terms;
  private int at;
  private int depth;

  QueryParser(String text, QueryTerms terms) {
    this.text = text;
    this.terms = terms;
  }

  Condition parse() throws QueryException {
    Condition condition = alternatives();
    skipSpace();
    if (at < text.length()) {
      throw new QueryException(
          "There is a ) too many in the filter, at letter %d.".formatted(at + 1));
    }
    return condition;
  }

  private Condition alternatives() throws QueryException {
    List<Condition> alternatives = new ArrayList<>(List.of(conjunction()));
    while (takeWord("or")) {
      alternatives.add(conjunction());
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : Condition.any(alternatives);
  }

  private Condition conjunction() throws QueryException {
    List<Condition> parts = new ArrayList<>();
    skipSpace();
    while (at < text.length() && text.charAt(at) != ')' && !isAtWord("or")) {
      if (!takeWord("and")) {
        parts.add(factor());
      }
      skipSpace();
    }
    if (parts.isEmpty()) {
      throw new QueryException(
          "The filter lacks a word at letter %d; write for instance missing:any or reviewed:no."
              .formatted(at + 1));
    }
    return parts.size() == 1 ? parts.getFirst() : Condition.all(parts);
  }

  private Condition factor() throws QueryException {
    skipSpace();
    if (takeWord("not")) {
      return factorInside().negated();
    }
    if (text.charAt(at) == '-') {
      at++;
      return factorInside().negated();
    }
    if (text.charAt(at) == '(') {
      at++;
      Condition inner = nested();
      skipSpace();
      if (at == text.length()) {
        throw new QueryException("A ) is missing at the end of the filter.");
      }
      at++;
      return inner;
    }
    return terms.condition(word());
  }

  private Condition factorInside() throws QueryException {
    skipSpace();
    if (at == text.length() || text.charAt(at) == ')') {
      throw new QueryException(
          "The filter says \"not\", but not what; write for instance -tag:done.");
    }
    deeper();
    Condition inner = factor();
    depth--;
    return inner;
  }

  private Condition nested() throws QueryException {
    deeper();
    Condition inner = alternatives();
    depth--;
    return inner;
  }

  private void deeper() throws QueryException {
    if (++depth > DEEPEST) {
      throw new QueryException(
          "The filter is nested more than %d times; write it shorter.".formatted(DEEPEST));
    }
  }

  /** Up to the next space or parenthesis that is not part of the word. */
  private String word() throws QueryException {
    int start = at;
    boolean quoted = false;
    int open = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && letter == '(') {
        open++;
      } else if (!quoted && letter == ')') {
        if (open == 0) {
          break;
        }
        open--;
      } else if (!quoted && open == 0 && Character.isWhitespace(letter)) {
        break;
      }
      at++;
    }
    String word = text.substring(start, at);
    if (quoted || open > 0) {
      throw new QueryException(
          "A %s is missing after %s in the filter.".formatted(quoted ? "\"" : ")", word));
    }
    return word;
  }

  private boolean takeWord(String word) {
    skipSpace();
    if (isAtWord(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean isAtWord(String word) {
    int end = at + word.length();
    return end <= text.length()
        && text.substring(at, end).toLowerCase(Locale.ROOT).equals(word)
        && (end == text.length()
            || Character.isWhitespace(text.charAt(end))
            || text.charAt(end) == '(');
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
