package org.vigie.planner.route;

/** More ways than can be looked at in time. */
public final class TooComplexException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long lines;

  TooComplexException(long lines) {
    super(lines + " lines between corners, more than " + RouteFinder.LINES_MAX);
    this.lines = lines;
  }

  /** Lines between corners looked at. */
  public long lines() {
    return lines;
  }
}
