package org.vigie.groundstation.flightlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * The station's key was changed, in the station's own stream. The old key says which one follows
 * it, and the new one that it is meant.
 *
 * @param oldKey vkey that signed until here
 * @param newKey vkey that signs from here on
 * @param signature the note over both vkeys, signed by both keys
 */
@EventType("station.key-rotated")
public record KeyRotated(
    @JsonProperty("old") String oldKey, @JsonProperty("new") String newKey, String signature)
    implements Event {
  private static final String FORMAT = "vigie-key-rotation/1";

  /** From the one key to the other. */
  public static KeyRotated of(NoteSigner old, NoteSigner fresh) {
    String text = text(old.key().toString(), fresh.key().toString());
    List<SignedNote.Signature> both = new ArrayList<>(old.sign(text).signatures());
    both.addAll(fresh.sign(text).signatures());
    return new KeyRotated(
        old.key().toString(), fresh.key().toString(), new SignedNote(text, both).serialise());
  }

  private static String text(String oldKey, String newKey) {
    return FORMAT + "\n" + oldKey + "\n" + newKey + "\n";
  }

  /** Whether both keys signed exactly this change. */
  boolean holds() {
    try {
      SignedNote note = SignedNote.parse(signature.getBytes(StandardCharsets.UTF_8));
      return note.text().equals(text(oldKey, newKey))
          && VerifierKey.parse(oldKey).signed(note)
          && VerifierKey.parse(newKey).signed(note);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
