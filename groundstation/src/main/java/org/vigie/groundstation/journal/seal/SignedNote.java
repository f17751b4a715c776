package org.vigie.groundstation.journal.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with signatures under it. Immutable.
 *
 * @param text ends in a line feed; what is signed, without the blank line that follows it
 * @param signatures at least one
 * @source C2SP signed-note
 */
public record SignedNote(String text, List<Signature> signatures) {
  /** As the reference implementation limits it (golang.org/x/mod/sumdb/note). */
  public static final int MAX_BYTES = 1_000_000;

  /** As the reference implementation limits it. */
  public static final int MAX_SIGNATURES = 100;

  private static final String MARK = "\u2014";
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f]");

  /**
   * One line under the note.
   *
   * @param keyName name of the key
   * @param base64 four bytes of key id, then the signature
   */
  public record Signature(String keyName, String base64) {
    public Signature {
      if (!Vkey.isName(keyName)) {
        throw new IllegalArgumentException("not a key name: " + keyName);
      }
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length < 5 || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
        throw new IllegalArgumentException("not a signature: " + base64);
      }
    }

    /**
     * Reads {@link #line()} without its line feed.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    public static Signature parse(String line) {
      String[] words = line.split(" ", -1);
      if (words.length != 3 || !words[0].equals(MARK)) {
        throw new IllegalArgumentException("not a signature line: " + line);
      }
      return new Signature(words[1], words[2]);
    }

    /** The line as it stands under a note, with its line feed. */
    public String line() {
      return MARK + " " + keyName + " " + base64 + "\n";
    }

    /** Bytes behind the key id. */
    public int length() {
      return bytes().length - Vkey.ID_BYTES;
    }

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || CONTROL.matcher(text).find()) {
      throw new IllegalArgumentException("the text of a note is lines without control characters");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException(signatures.size() + " signatures under a note");
    }
  }

  /**
   * Reads a note, strictly: whatever is not byte for byte what {@link #serialise()} writes is
   * refused.
   *
   * @throws IllegalArgumentException if it is no note
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a note of " + bytes.length + " bytes");
    }
    String all;
    try {
      all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a note is UTF-8", e);
    }
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0) {
      throw new IllegalArgumentException("a note has a blank line before its signatures");
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : all.substring(blank + 2).split("\n")) {
      signatures.add(Signature.parse(line));
    }
    SignedNote note = new SignedNote(all.substring(0, blank + 1), signatures);
    if (!note.serialise().equals(all)) {
      throw new IllegalArgumentException("not the only form in which this note is written");
    }
    return note;
  }

  /** The note's one form. */
  public String serialise() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> out.append(signature.line()));
    return out.toString();
  }
}
