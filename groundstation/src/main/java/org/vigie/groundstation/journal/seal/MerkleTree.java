package org.vigie.groundstation.journal.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Merkle tree that grows leaf by leaf. It keeps the hashes of all whole subtrees (64 bytes a
 * leaf), so that any earlier root and any proof takes a logarithmic number of steps. Confined to
 * one thread at a time.
 *
 * @source RFC 6962 section 2.1
 */
public final class MerkleTree implements MerkleLog {
  private final List<Level> levels = new ArrayList<>();

  /** Adds a leaf at the end. */
  public void append(MerkleHash leaf) {
    MerkleHash hash = leaf;
    for (int depth = 0; ; depth++) {
      if (depth == levels.size()) {
        levels.add(new Level());
      }
      Level level = levels.get(depth);
      level.add(hash);
      if ((level.count & 1) == 1) {
        return;
      }
      hash = MerkleHash.node(level.get(level.count - 2), hash);
    }
  }

  @Override
  public long size() {
    return levels.isEmpty() ? 0 : levels.get(0).count;
  }

  @Override
  public MerkleHash root(long treeSize) {
    if (treeSize < 0 || treeSize > size()) {
      throw new IllegalArgumentException("no tree of " + treeSize + " leaves, " + size() + " here");
    }
    return treeSize == 0 ? MerkleHash.ofEmptyTree() : subtree(0, treeSize);
  }

  @Override
  public InclusionProof inclusion(long index, long treeSize) {
    if (treeSize > size() || index < 0 || index >= treeSize) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + treeSize);
    }
    List<MerkleHash> path = new ArrayList<>();
    addPath(index, 0, treeSize, path);
    return new InclusionProof(index, treeSize, path);
  }

  private void addPath(long index, long from, long size, List<MerkleHash> path) {
    if (size == 1) {
      return;
    }
    long left = largestPowerOfTwoBelow(size);
    if (index - from < left) {
      addPath(index, from, left, path);
      path.add(subtree(from + left, size - left));
    } else {
      addPath(index, from + left, size - left, path);
      path.add(subtree(from, left));
    }
  }

  @Override
  public ConsistencyProof consistency(long earlierSize, long laterSize) {
    if (earlierSize < 1 || earlierSize > laterSize || laterSize > size()) {
      throw new IllegalArgumentException("no growth from " + earlierSize + " to " + laterSize);
    }
    List<MerkleHash> path = new ArrayList<>();
    addGrowth(earlierSize, 0, laterSize, true, path);
    return new ConsistencyProof(earlierSize, laterSize, path);
  }

  private void addGrowth(long earlier, long from, long size, boolean known, List<MerkleHash> path) {
    if (earlier == size) {
      if (!known) {
        path.add(subtree(from, size));
      }
      return;
    }
    long left = largestPowerOfTwoBelow(size);
    if (earlier <= left) {
      addGrowth(earlier, from, left, known, path);
      path.add(subtree(from + left, size - left));
    } else {
      addGrowth(earlier - left, from + left, size - left, false, path);
      path.add(subtree(from, left));
    }
  }

  /**
   * Root over {@code size} leaves from one that is a multiple of a power of two at least as big.
   */
  private MerkleHash subtree(long from, long size) {
    if (Long.bitCount(size) == 1) {
      int depth = Long.numberOfTrailingZeros(size);
      return levels.get(depth).get(Math.toIntExact(from >> depth));
    }
    long left = largestPowerOfTwoBelow(size);
    return MerkleHash.node(subtree(from, left), subtree(from + left, size - left));
  }

  private static long largestPowerOfTwoBelow(long size) {
    return Long.highestOneBit(size - 1);
  }

  /** The hashes of one level, side by side. */
  private static final class Level {
    private static final int FIRST_CAPACITY = 16;
    private byte[] hashes = new byte[FIRST_CAPACITY * MerkleHash.BYTES];
    private int count;

    void add(MerkleHash hash) {
      int offset = Math.multiplyExact(count, MerkleHash.BYTES);
      if (offset == hashes.length) {
        hashes = Arrays.copyOf(hashes, Math.multiplyExact(hashes.length, 2));
      }
      hash.writeTo(hashes, offset);
      count++;
    }

    MerkleHash get(int index) {
      int offset = index * MerkleHash.BYTES;
      return MerkleHash.of(Arrays.copyOfRange(hashes, offset, offset + MerkleHash.BYTES));
    }
  }
}
