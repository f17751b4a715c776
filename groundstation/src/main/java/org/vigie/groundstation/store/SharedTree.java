package org.vigie.groundstation.store;

import java.util.List;
import org.vigie.groundstation.journal.seal.ConsistencyProof;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.MerkleTree;

/** The tree over all durable entries. Thread-safe: the writer lets it grow, anyone may ask. */
final class SharedTree implements MerkleLog {
  private final MerkleTree tree = new MerkleTree();

  synchronized void append(List<MerkleHash> leaves) {
    leaves.forEach(tree::append);
  }

  @Override
  public synchronized long size() {
    return tree.size();
  }

  @Override
  public synchronized MerkleHash root(long treeSize) {
    return tree.root(treeSize);
  }

  @Override
  public synchronized InclusionProof inclusion(long index, long treeSize) {
    return tree.inclusion(index, treeSize);
  }

  @Override
  public synchronized ConsistencyProof consistency(long earlierSize, long laterSize) {
    return tree.consistency(earlierSize, laterSize);
  }
}
