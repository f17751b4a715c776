package org.vigie.groundstation.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cosignatures by C2SP tlog-cosignature; the layout is built here by hand from its words. */
class CosignatureTest {
  private static final String TEXT =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  private static final Instant AT = Instant.ofEpochSecond(1_679_315_147L);

  /** Secret and public key of RFC 8032 section 7.1, test 1. */
  private static final String SECRET =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  private static final String PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static PrivateKey secret() throws Exception {
    byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + SECRET);
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static CosignerKey key() {
    return new CosignerKey(
        "witness.example.com/w1",
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex("04" + PUBLIC)));
  }

  private static SignedNote under(SignedNote.Signature... lines) {
    return new SignedNote(TEXT, List.of(lines));
  }

  @Test
  void a_cosignature_is_key_id_time_and_signature_over_header_time_and_checkpoint()
      throws Exception {
    SignedNote.Signature line = new Cosigner(key(), secret()).cosign(TEXT, AT.plusMillis(700));
    byte[] bytes = Base64.getDecoder().decode(line.base64());
    assertThat(bytes).hasSize(4 + 8 + 64);
    byte[] named = "witness.example.com/w1\n\u0004".getBytes(StandardCharsets.UTF_8);
    byte[] hashed = Arrays.copyOf(named, named.length + 32);
    System.arraycopy(HexFormat.of().parseHex(PUBLIC), 0, hashed, named.length, 32);
    byte[] id = MessageDigest.getInstance("SHA-256").digest(hashed);
    assertThat(Arrays.copyOf(bytes, 4)).isEqualTo(Arrays.copyOf(id, 4));
    assertThat(Arrays.copyOfRange(bytes, 4, 12))
        .isEqualTo(HexFormat.of().parseHex("00000000641850cb"));
    Signature oracle = Signature.getInstance("Ed25519");
    oracle.initSign(secret());
    oracle.update(("cosignature/v1\ntime 1679315147\n" + TEXT).getBytes(StandardCharsets.UTF_8));
    assertThat(Arrays.copyOfRange(bytes, 12, 76)).isEqualTo(oracle.sign());
    assertThat(key().times(under(line))).containsExactly(AT);
  }

  /** The witness line of the specification's example has this layout and this time. */
  @Test
  void the_example_of_the_specification_is_read_to_its_second() {
    SignedNote.Signature line =
        SignedNote.Signature.parse(
            "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZC"
                + "B9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==");
    byte[] bytes = Base64.getDecoder().decode(line.base64());
    assertThat(line.length()).isEqualTo(CosignerKey.COSIGNATURE_BYTES);
    assertThat(Arrays.copyOfRange(bytes, 4, 12))
        .isEqualTo(HexFormat.of().parseHex("00000000641850cb"));
    // its key is not published: for any other key of that name it is a stranger's line
    assertThat(key().times(under(line))).isEmpty();
  }

  @Test
  void a_vkey_of_a_cosigner_has_type_4_and_no_other() throws Exception {
    assertThat(CosignerKey.parse(key().toString())).isEqualTo(key());
    assertThat(key().toString()).contains("+BN");
    EdECPublicKey any =
        (EdECPublicKey) KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    String signs = VerifierKey.of("w", any).toString();
    assertThatThrownBy(() -> CosignerKey.parse(signs)).isInstanceOf(IllegalArgumentException.class);
    String cosigns = CosignerKey.of("w", any).toString();
    assertThatThrownBy(() -> VerifierKey.parse(cosigns))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_bit_of_time_or_signature_can_be_changed() throws Exception {
    byte[] bytes =
        Base64.getDecoder().decode(new Cosigner(key(), secret()).cosign(TEXT, AT).base64());
    for (int bit = 32; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      SignedNote note =
          under(
              new SignedNote.Signature(key().name(), Base64.getEncoder().encodeToString(changed)));
      assertThatThrownBy(() -> key().times(note)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_cosignature_of_one_checkpoint_is_none_of_another() throws Exception {
    SignedNote.Signature line = new Cosigner(key(), secret()).cosign(TEXT, AT);
    SignedNote other = new SignedNote(TEXT.replace("20852163", "20852164"), List.of(line));
    assertThatThrownBy(() -> key().times(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_private_key_that_does_not_fit_and_a_time_before_1970_are_refused() throws Exception {
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThatThrownBy(() -> new Cosigner(key(), other.getPrivate()))
        .isInstanceOf(IllegalArgumentException.class);
    Cosigner cosigner = new Cosigner(key(), secret());
    assertThatThrownBy(() -> cosigner.cosign(TEXT, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
