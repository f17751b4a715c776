package org.vigie.groundstation.console.model;

/** How much something needs a person, the least first. Colour, shape and order follow from it. */
public enum Level {
  /** Over, or waiting; grey. */
  QUIET,
  /** As it should be. */
  NORMAL,
  /** Be aware. */
  AMBER,
  /** Act now. */
  RED;

  /** The worse of the two. */
  public Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
