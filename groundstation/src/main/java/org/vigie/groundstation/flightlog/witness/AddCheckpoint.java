package org.vigie.groundstation.flightlog.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.journal.seal.Checkpoint;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.SignedNote;

/**
 * What a log sends to a witness.
 *
 * @param oldSize of the checkpoint that the witness cosigned last, as the log believes; 0 if none
 * @param proof that the log only grew since
 * @param checkpoint the first three lines of the note
 * @param note the new checkpoint with the log's signature, perhaps with lines of an extension
 * @source C2SP tlog-witness, "add-checkpoint"
 */
public record AddCheckpoint(
    long oldSize, List<MerkleHash> proof, Checkpoint checkpoint, SignedNote note) {
  /** Hashes of a proof: a tree of more levels cannot be counted in 64 bits. */
  public static final int MAX_PROOF = 63;

  /**
   * Bytes of a request: 63 hashes of 45 bytes, and a note with as many post-quantum signatures of 5
   * kB as must be borne (16).
   */
  public static final int MAX_BYTES = 128 * 1024;

  private static final String OLD = "old ";

  public AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /** A request for a checkpoint. */
  public static AddCheckpoint of(long oldSize, List<MerkleHash> proof, SignedNote note) {
    return new AddCheckpoint(oldSize, proof, Checkpoint.parseExtended(note.text()), note);
  }

  /**
   * Reads a request, strictly.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static AddCheckpoint parse(byte[] body) {
    if (body.length > MAX_BYTES) {
      throw new IllegalArgumentException("a request of " + body.length + " bytes");
    }
    String text = decode(body);
    int blank = text.indexOf("\n\n");
    if (blank < 0 || !text.startsWith(OLD)) {
      throw new IllegalArgumentException("old size, proof, blank line, checkpoint");
    }
    List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
    if (lines.size() - 1 > MAX_PROOF) {
      throw new IllegalArgumentException("a proof of " + (lines.size() - 1) + " lines");
    }
    List<MerkleHash> proof = new ArrayList<>();
    lines.subList(1, lines.size()).forEach(line -> proof.add(MerkleHash.parse(line)));
    byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
    return of(size(lines.get(0).substring(OLD.length())), proof, SignedNote.parse(note));
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a request is UTF-8", e);
    }
  }

  private static long size(String decimal) {
    long size = Long.parseLong(decimal);
    if (size < 0 || !Long.toString(size).equals(decimal)) {
      throw new IllegalArgumentException("not a size: " + decimal);
    }
    return size;
  }

  /** The request's body. */
  public String body() {
    StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(note.serialise()).toString();
  }
}
