package org.vigie.groundstation.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Held to the vectors of the Certificate Transparency reference implementation
 * (transparency-dev/merkle: testonly/constants.go, testonly/reference_test.go), and to the
 * definitions of RFC 6962 section 2.1 written down naively.
 */
class MerkleTreeTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final int SWEEP = 70;

  @Test
  void roots_of_all_sizes_are_those_of_the_reference() {
    MerkleTree tree = new MerkleTree();
    for (int size = 0; size <= LEAVES.size(); size++) {
      assertThat(tree.root(tree.size())).hasToString(ROOTS.get(size));
      if (size < LEAVES.size()) {
        tree.append(MerkleHash.leaf(HexFormat.of().parseHex(LEAVES.get(size))));
      }
    }
  }

  @Test
  void inclusion_proofs_are_those_of_the_reference() {
    assertInclusion(0, 1);
    assertInclusion(0, 2, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
    assertInclusion(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    assertInclusion(
        1,
        5,
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    assertInclusion(
        5,
        8,
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  private static void assertInclusion(long index, int size, String... path) {
    InclusionProof proof = reference().inclusion(index, size);
    assertThat(proof.path()).extracting(MerkleHash::toString).containsExactly(path);
    MerkleHash leaf = MerkleHash.leaf(HexFormat.of().parseHex(LEAVES.get((int) index)));
    assertThat(proof.proves(leaf, hash(ROOTS.get(size)))).isTrue();
  }

  @Test
  void consistency_proofs_are_those_of_the_reference() {
    assertConsistency(1, 1);
    assertConsistency(
        1,
        8,
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertConsistency(
        2,
        5,
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    assertConsistency(
        6,
        8,
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  private static void assertConsistency(int earlier, int later, String... path) {
    ConsistencyProof proof = reference().consistency(earlier, later);
    assertThat(proof.path()).extracting(MerkleHash::toString).containsExactly(path);
    assertThat(proof.proves(hash(ROOTS.get(earlier)), hash(ROOTS.get(later)))).isTrue();
  }

  @Test
  void every_root_is_the_one_that_the_definition_gives() {
    List<byte[]> data = data(SWEEP);
    MerkleTree tree = tree(data);
    for (int size = 0; size <= SWEEP; size++) {
      assertThat(tree.root(size)).isEqualTo(byDefinition(data.subList(0, size)));
    }
  }

  @Test
  void every_inclusion_proof_proves_its_leaf_and_nothing_else() {
    List<byte[]> data = data(SWEEP);
    MerkleTree tree = tree(data);
    for (int size = 1; size <= SWEEP; size++) {
      MerkleHash root = tree.root(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.inclusion(index, size);
        MerkleHash leaf = MerkleHash.leaf(data.get(index));
        assertThat(proof.proves(leaf, root)).isTrue();
        assertThat(proof.proves(MerkleHash.leaf(data.get((index + 1) % SWEEP)), root)).isFalse();
        assertThat(new InclusionProof(index + 1L, size, proof.path()).proves(leaf, root)).isFalse();
        List<MerkleHash> longer = new ArrayList<>(proof.path());
        longer.add(root);
        assertThat(new InclusionProof(index, size, longer).proves(leaf, root)).isFalse();
        if (!proof.path().isEmpty()) {
          List<MerkleHash> shorter = proof.path().subList(1, proof.path().size());
          assertThat(new InclusionProof(index, size, shorter).proves(leaf, root)).isFalse();
        }
      }
    }
  }

  @Test
  void every_consistency_proof_proves_growth_and_no_other_history() {
    MerkleTree tree = tree(data(SWEEP));
    List<byte[]> rewritten = data(SWEEP);
    rewritten.set(0, "something else".getBytes(StandardCharsets.UTF_8));
    MerkleTree other = tree(rewritten);
    for (int later = 1; later <= SWEEP; later++) {
      for (int earlier = 1; earlier <= later; earlier++) {
        ConsistencyProof proof = tree.consistency(earlier, later);
        assertThat(proof.proves(tree.root(earlier), tree.root(later))).isTrue();
        assertThat(proof.proves(tree.root(earlier), other.root(later))).isFalse();
        assertThat(proof.proves(other.root(earlier), tree.root(later))).isFalse();
      }
    }
  }

  @Test
  void what_is_not_in_the_tree_cannot_be_asked_for() {
    MerkleTree tree = reference();
    assertThatThrownBy(() -> tree.root(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(0, 8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(5, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  private static MerkleTree reference() {
    return tree(LEAVES.stream().map(HexFormat.of()::parseHex).toList());
  }

  private static MerkleTree tree(List<byte[]> data) {
    MerkleTree tree = new MerkleTree();
    data.forEach(leaf -> tree.append(MerkleHash.leaf(leaf)));
    return tree;
  }

  private static List<byte[]> data(int count) {
    List<byte[]> data = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      data.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
    }
    return data;
  }

  /** RFC 6962: k is the largest power of two smaller than n. */
  private static MerkleHash byDefinition(List<byte[]> data) {
    if (data.isEmpty()) {
      return MerkleHash.ofEmptyTree();
    }
    if (data.size() == 1) {
      return MerkleHash.leaf(data.get(0));
    }
    int k = 1;
    while (k * 2 < data.size()) {
      k *= 2;
    }
    return MerkleHash.node(
        byDefinition(data.subList(0, k)), byDefinition(data.subList(k, data.size())));
  }

  private static MerkleHash hash(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(MerkleHash.of(bytes).toBytes()).isEqualTo(Arrays.copyOf(bytes, MerkleHash.BYTES));
    return MerkleHash.of(bytes);
  }
}
