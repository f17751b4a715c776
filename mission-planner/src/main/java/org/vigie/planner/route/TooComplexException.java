package org.vigie.planner.route;

/** More outline than can be searched in time. */
public final class TooComplexException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int vertices;

  TooComplexException(int vertices) {
    super("obstacles of " + vertices + " vertices, more than " + RouteFinder.VERTICES_MAX);
    this.vertices = vertices;
  }

  public int vertices() {
    return vertices;
  }
}
