package org.keypointstudio.edit.query;

/** How a number is held against another one. */
enum Comparison {
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">="),
  UNEQUAL("!="),
  LESS("<"),
  GREATER(">"),
  EQUAL("=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  boolean holds(double value, double bound) {
    return switch (this) {
      case LESS_OR_EQUAL -> value <= bound;
      case GREATER_OR_EQUAL -> value >= bound;
      case UNEQUAL -> value != bound;
      case LESS -> value < bound;
      case GREATER -> value > bound;
      case EQUAL -> value == bound;
    };
  }
}
