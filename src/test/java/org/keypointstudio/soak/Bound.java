package org.keypointstudio.soak;

import java.util.List;

/** What must not grow without end, and how much it may seem to grow in an hour. */
enum Bound {
  /** Garbage that was not collected is a few megabytes more or less each time. */
  HEAP("Java heap", "MB", 16),
  /** The compiler goes on for hours to compile what is seldom used. */
  VIRTUAL_MACHINE("Virtual machine", "MB", 48),
  /** The networks' arrays lie here; the C library's heap is cut into pieces in time. */
  RESIDENT("Resident besides the heap", "MB", 192),
  /** Pools of threads grow and shrink with the work. */
  THREADS("Threads", "", 6),
  /** Open files come and go with the threads of pools. */
  FILES("Open files", "", 6);

  private static final double MEGABYTE = 1 << 20;

  private final String title;
  private final String unit;
  private final double mostPerHour;

  Bound(String title, String unit, double mostPerHour) {
    this.title = title;
    this.unit = unit;
    this.mostPerHour = mostPerHour;
  }

  /** What is bounded, for the head of a column. */
  String title() {
    return unit.isEmpty() ? title : "%s, %s".formatted(title, unit);
  }

  /** The most that it may grow in an hour, in its unit. */
  double mostPerHour() {
    return mostPerHour;
  }

  /** Its value, in its unit. */
  double of(Footprint footprint) {
    return switch (this) {
      case HEAP -> footprint.heap() / MEGABYTE;
      case VIRTUAL_MACHINE -> footprint.virtualMachine() / MEGABYTE;
      case RESIDENT -> footprint.resident() / MEGABYTE;
      case THREADS -> footprint.threads();
      case FILES -> footprint.files();
    };
  }

  /** Its growth in an hour, in its unit; NaN where it is not known. */
  double growth(List<Footprint> all) {
    return Growth.perHour(Growth.warm(all), this::of);
  }

  /** Whether it grows no more than it may; what is not known is not judged. */
  boolean holds(List<Footprint> all) {
    double growth = growth(all);
    return Double.isNaN(growth) || growth <= mostPerHour;
  }
}
