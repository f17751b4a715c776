package org.vigie.groundstation.journal.seal;

/** An append-only log that can prove what it holds. */
public interface MerkleLog {
  /** Number of leaves. */
  long size();

  /**
   * The root of the tree over the first leaves.
   *
   * @throws IllegalArgumentException if the log is shorter than that
   */
  MerkleHash root(long treeSize);

  /**
   * Proof that a leaf is in the tree over the first leaves.
   *
   * @throws IllegalArgumentException if there is no such leaf in such a tree
   */
  InclusionProof inclusion(long index, long treeSize);

  /**
   * Proof that the tree over the first leaves only grew into a later one.
   *
   * @throws IllegalArgumentException if the log is shorter, or the sizes are not in order
   */
  ConsistencyProof consistency(long earlierSize, long laterSize);
}
