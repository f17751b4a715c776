package org.vigie.groundstation.journal.seal;

import java.util.List;

/**
 * The hashes beside the way from a leaf to the root.
 *
 * @param index place of the leaf, from 0
 * @param treeSize number of leaves of the tree
 * @param path siblings from the leaf up
 * @source RFC 6962 section 2.1.1; the check is RFC 9162 section 2.1.3.2
 */
public record InclusionProof(long index, long treeSize, List<MerkleHash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether this proof leads from the leaf to the root, using each of its hashes once. */
  public boolean proves(MerkleHash leaf, MerkleHash root) {
    if (index < 0 || index >= treeSize) {
      return false;
    }
    long node = index;
    long last = treeSize - 1;
    MerkleHash hash = leaf;
    for (MerkleHash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = MerkleHash.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleHash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
