package org.vigie.groundstation.journal.seal;

import java.util.Iterator;
import java.util.List;

/**
 * The hashes that show that a tree is the beginning of a larger one.
 *
 * @param earlierSize leaves of the smaller tree, at least 1
 * @param laterSize leaves of the larger tree
 * @source RFC 6962 section 2.1.2; the check is RFC 9162 section 2.1.4.2
 */
public record ConsistencyProof(long earlierSize, long laterSize, List<MerkleHash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether this proof leads from the one root to the other, using each of its hashes once. */
  public boolean proves(MerkleHash earlierRoot, MerkleHash laterRoot) {
    if (earlierSize < 1 || earlierSize > laterSize) {
      return false;
    }
    if (earlierSize == laterSize) {
      return path.isEmpty() && earlierRoot.equals(laterRoot);
    }
    Iterator<MerkleHash> hashes = path.iterator();
    boolean wholeSubtree = Long.bitCount(earlierSize) == 1;
    if (!wholeSubtree && !hashes.hasNext()) {
      return false;
    }
    MerkleHash start = wholeSubtree ? earlierRoot : hashes.next();
    long node = earlierSize - 1;
    long last = laterSize - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    MerkleHash earlier = start;
    MerkleHash later = start;
    while (hashes.hasNext()) {
      if (last == 0) {
        return false;
      }
      MerkleHash sibling = hashes.next();
      if ((node & 1) == 1 || node == last) {
        earlier = MerkleHash.node(sibling, earlier);
        later = MerkleHash.node(sibling, later);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        later = MerkleHash.node(later, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && earlier.equals(earlierRoot) && later.equals(laterRoot);
  }
}
