package org.vigie.groundstation.journal.seal;

import java.util.Arrays;

/**
 * What a log commits to at one size. Never sign two that contradict each other.
 *
 * @param origin the log's name; ours is the name of the station's key
 * @param treeSize number of leaves
 * @param root root of the tree over them
 * @source C2SP tlog-checkpoint; extension lines are not used and refused
 */
public record Checkpoint(String origin, long treeSize, MerkleHash root) {
  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0 || treeSize < 0) {
      throw new IllegalArgumentException("not a checkpoint: " + origin + ", size " + treeSize);
    }
  }

  /** The text of its note. */
  public String text() {
    return origin + "\n" + treeSize + "\n" + root.base64() + "\n";
  }

  /**
   * Reads a note's text, strictly.
   *
   * @throws IllegalArgumentException if it is not what {@link #text()} writes
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4) {
      throw new IllegalArgumentException("a checkpoint has three lines");
    }
    Checkpoint checkpoint =
        new Checkpoint(lines[0], Long.parseLong(lines[1]), MerkleHash.parse(lines[2]));
    if (!checkpoint.text().equals(text)) {
      throw new IllegalArgumentException("not the only form in which this checkpoint is written");
    }
    return checkpoint;
  }

  /**
   * Reads the note's text of any log: lines of an extension may follow the three, and are not
   * looked at.
   *
   * @throws IllegalArgumentException if its first three lines are no checkpoint, or an extension
   *     line is empty
   */
  public static Checkpoint parseExtended(String text) {
    String[] lines = text.split("\n", -1);
    int last = lines.length - 1;
    boolean empty = Arrays.asList(lines).subList(0, Math.max(0, last)).contains("");
    if (lines.length < 4 || empty || !lines[last].isEmpty()) {
      throw new IllegalArgumentException("a checkpoint has at least three lines, none empty");
    }
    return parse(lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n");
  }
}
