package org.vigie.groundstation.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.store.JournalTables.Leaf;

/**
 * Reads the leaves of a journal into the tree and looks at what a crash could have touched: the
 * positions of all entries, and the whole of the last ones. Verifying every entry is the verifier's
 * work.
 */
final class OpeningCheck {
  /** Entries whose bytes are hashed again at start; what one crash can have in flight is less. */
  static final int TAIL = 1_000;

  private static final int PAGE = 20_000;

  private OpeningCheck() {}

  static MerkleHash leafOf(Entry entry) {
    return MerkleHash.leaf(entry.canonical().getBytes(StandardCharsets.UTF_8));
  }

  static void load(Handle handle, SharedTree tree) throws JournalDamagedException {
    List<Leaf> page = JournalTables.leaves(handle, 0, PAGE);
    List<MerkleHash> tail = new ArrayList<>();
    while (!page.isEmpty()) {
      List<MerkleHash> leaves = new ArrayList<>(page.size());
      for (Leaf leaf : page) {
        if (leaf.position() != tree.size() + leaves.size()) {
          throw new JournalDamagedException(
              "entry "
                  + (tree.size() + leaves.size())
                  + " of the journal is missing, "
                  + leaf.position()
                  + " comes next");
        }
        leaves.add(hash(leaf));
      }
      tree.append(leaves);
      tail.addAll(leaves);
      if (tail.size() > TAIL) {
        tail = new ArrayList<>(tail.subList(tail.size() - TAIL, tail.size()));
      }
      page = JournalTables.leaves(handle, tree.size(), PAGE);
    }
    checkTail(handle, tree.size() - tail.size(), tail);
  }

  /**
   * Whether the journal still is what the last checkpoint was signed over, or only grew since.
   *
   * @throws JournalDamagedException if entries are missing, were changed, or the checkpoint is none
   */
  static void compareWithLastCheckpoint(Handle handle, SharedTree tree)
      throws JournalDamagedException {
    Optional<SealedCheckpoint> last;
    try {
      last = SqliteCheckpoints.findLastUpTo(handle, Long.MAX_VALUE);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new JournalDamagedException("the journal's last checkpoint is none: " + e.getMessage());
    }
    if (last.isPresent()) {
      compare(last.get(), tree);
    }
  }

  private static void compare(SealedCheckpoint last, SharedTree tree)
      throws JournalDamagedException {
    if (last.size() > tree.size()) {
      throw new JournalDamagedException(
          "the journal has "
              + tree.size()
              + " entries, but "
              + last.size()
              + " were sealed on "
              + last.at()
              + ": entries were removed");
    }
    if (!tree.root(last.size()).equals(last.checkpoint().root())) {
      throw new JournalDamagedException(
          "the first "
              + last.size()
              + " entries of the journal are not those that were sealed on "
              + last.at()
              + ": entries were changed");
    }
  }

  private static MerkleHash hash(Leaf leaf) throws JournalDamagedException {
    try {
      return MerkleHash.of(leaf.hash().bytes());
    } catch (IllegalArgumentException e) {
      throw new JournalDamagedException("entry " + leaf.position() + " has no leaf hash");
    }
  }

  private static void checkTail(Handle handle, long from, List<MerkleHash> tail)
      throws JournalDamagedException {
    for (Entry entry : JournalTables.read(handle, from, TAIL)) {
      if (!leafOf(entry).equals(tail.get(Math.toIntExact(entry.position() - from)))) {
        throw new JournalDamagedException(
            "entry " + entry.position() + " of the journal does not match its hash");
      }
      if (entry.number() > 0 && !JournalTables.exists(handle, entry.stream(), entry.number() - 1)) {
        throw new JournalDamagedException(
            "entry " + entry.position() + " of the journal has no predecessor in its stream");
      }
    }
  }
}
