package org.vigie.groundstation.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The example of C2SP signed-note, and the key and note of the reference implementation's tests
 * (golang.org/x/mod sumdb/note, note_test.go).
 */
class SignedNoteTest {
  private static final String SPEC_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String SPEC_NOTE =
      "This is an example message.\n\n"
          + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZ"
          + "XsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String GO_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String GO_TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String GO_NOTE =
      GO_TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
          + "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void the_example_of_the_specification_verifies() {
    VerifierKey key = VerifierKey.parse(SPEC_KEY);
    assertThat(key.name()).isEqualTo("example.com/foo");
    SignedNote note = SignedNote.parse(bytes(SPEC_NOTE));
    assertThat(key.signed(note)).isTrue();
    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note.serialise()).isEqualTo(SPEC_NOTE);
    assertThat(VerifierKey.parse(GO_KEY).signed(note)).isFalse();
  }

  @Test
  void signing_gives_the_bytes_of_the_reference_implementation() throws Exception {
    assertThat(goSigner().sign(GO_TEXT).serialise()).isEqualTo(GO_NOTE);
    assertThat(VerifierKey.parse(GO_KEY).signed(SignedNote.parse(bytes(GO_NOTE)))).isTrue();
  }

  @Test
  void a_key_that_does_not_fit_is_refused() throws Exception {
    PrivateKey secret = goSecret();
    assertThatThrownBy(() -> new NoteSigner(VerifierKey.parse(SPEC_KEY), secret))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_byte_of_a_note_can_be_changed() {
    VerifierKey key = VerifierKey.parse(GO_KEY);
    byte[] note = bytes(GO_NOTE);
    for (int i = 0; i < note.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = note.clone();
        changed[i] ^= (byte) (1 << bit);
        assertThat(verifies(key, changed)).as("byte %d bit %d", i, bit).isFalse();
      }
    }
  }

  @Test
  void no_note_is_cut_or_lengthened() {
    VerifierKey key = VerifierKey.parse(GO_KEY);
    byte[] note = bytes(GO_NOTE);
    for (int length = 0; length < note.length; length++) {
      assertThat(verifies(key, Arrays.copyOf(note, length))).isFalse();
    }
    assertThat(verifies(key, bytes(GO_NOTE + "\n"))).isFalse();
    assertThat(verifies(key, bytes(GO_NOTE + " "))).isFalse();
    assertThat(verifies(key, bytes("\n" + GO_NOTE))).isFalse();
    assertThat(verifies(key, bytes(GO_NOTE.replace("\n", "\r\n")))).isFalse();
  }

  private static boolean verifies(VerifierKey key, byte[] bytes) {
    try {
      return key.signed(SignedNote.parse(bytes));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Manglings of the reference implementation's TestNewVerifier. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann",
        ""
      })
  void a_mangled_key_is_refused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_part_of_a_key_is_refused() {
    for (int from = 0; from < GO_KEY.length(); from++) {
      for (int to = from; to <= GO_KEY.length(); to++) {
        String part = GO_KEY.substring(from, to);
        if (!part.equals(GO_KEY)) {
          assertThatThrownBy(() -> VerifierKey.parse(part))
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }

  @Test
  void a_checkpoint_has_one_form() {
    Checkpoint checkpoint = new Checkpoint("station-1", 42, MerkleHash.ofEmptyTree());
    assertThat(checkpoint.text())
        .isEqualTo("station-1\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    String text = checkpoint.text();
    for (String other :
        new String[] {
          text + "extension\n",
          text.replace("42", "042"),
          text.replace("42", "+42"),
          text.replace("42", "-42"),
          text.replace("\n42", "\n 42"),
          text.replace("FU=", "FV="),
          text.substring(0, text.length() - 1),
          text.replace("station-1", "")
        }) {
      assertThatThrownBy(() -> Checkpoint.parse(other))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static NoteSigner goSigner() throws GeneralSecurityException {
    return new NoteSigner(VerifierKey.parse(GO_KEY), goSecret());
  }

  private static PrivateKey goSecret() throws GeneralSecurityException {
    byte[] typed = Base64.getDecoder().decode(GO_SECRET);
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
