package org.vigie.groundstation.flightlog;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleHash;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * The files of a flight record, complete and signed. The same contents and key give the same bytes.
 *
 * @param files by name, {@code record.json} and {@code record.sig} among them
 */
public record FlightRecord(SortedMap<String, RecordBytes> files) {
  /** First line of what {@code record.sig} signs, and the form of the record. */
  public static final String FORMAT = "vigie-record/1";

  private static final String MANIFEST = "record.json";
  private static final String SIGNATURE = "record.sig";
  private static final int CHUNK_BYTES = 64 * 1024;

  public FlightRecord {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Builds and signs a record.
   *
   * @param signer the key that signed the record's own checkpoint
   * @throws IOException if the telemetry cannot be read
   */
  public static FlightRecord build(RecordContents contents, NoteSigner signer) throws IOException {
    SortedMap<String, RecordBytes> files = new TreeMap<>(contents.documents());
    files.put("entries.jsonl", RecordBytes.of(entries(contents.entries())));
    files.put("inclusion.jsonl", RecordBytes.of(proofs(contents.proofs())));
    RecordSeal seal = contents.seal();
    files.put("checkpoint", RecordBytes.of(seal.own().note().serialise()));
    files.put("checkpoints.jsonl", RecordBytes.of(seal.checkpointLines(signer)));
    if (!seal.growth().isEmpty()) {
      files.put("consistency.jsonl", RecordBytes.of(seal.growthLines()));
    }
    contents.inputBytes().forEach((hash, bytes) -> files.put("inputs/" + hash, bytes));
    String manifest = manifest(contents, signer, files);
    String signed = FORMAT + "\n" + ContentHash.of(manifest).hex() + "\n";
    files.put(MANIFEST, RecordBytes.of(manifest));
    files.put(SIGNATURE, RecordBytes.of(signer.sign(signed).serialise()));
    return new FlightRecord(files);
  }

  private static String entries(List<Entry> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(entry.canonical()).append('\n'));
    return lines.toString();
  }

  private static String proofs(List<InclusionProof> proofs) {
    StringBuilder lines = new StringBuilder();
    for (InclusionProof proof : proofs) {
      List<String> path = proof.path().stream().map(MerkleHash::base64).toList();
      Map<String, Object> line = Map.of("position", proof.index(), "proof", path);
      lines.append(CanonicalJson.write(line)).append('\n');
    }
    return lines.toString();
  }

  private static String manifest(
      RecordContents contents, NoteSigner signer, SortedMap<String, RecordBytes> files)
      throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", FORMAT);
    manifest.put("station", contents.stationId());
    manifest.put("key", signer.key().toString());
    manifest.put("flight", contents.flightId());
    manifest.put("outcome", contents.outcome());
    manifest.put("created", contents.created().toString());
    manifest.put("treeSize", contents.seal().own().size());
    manifest.put("streams", streams(contents.entries()));
    manifest.put("inputs", contents.inputs());
    List<Listed> listed = new ArrayList<>();
    for (Map.Entry<String, RecordBytes> file : files.entrySet()) {
      listed.add(list(file.getKey(), file.getValue()));
    }
    manifest.put("files", listed);
    return CanonicalJson.write(manifest);
  }

  private record Listed(String name, long size, ContentHash sha256) {}

  private record Counted(String stream, long entries) {}

  private static List<Counted> streams(List<Entry> entries) {
    SortedMap<String, Long> counts = new TreeMap<>();
    entries.forEach(entry -> counts.merge(entry.stream().toString(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(count -> new Counted(count.getKey(), count.getValue()))
        .toList();
  }

  private static Listed list(String name, RecordBytes bytes) throws IOException {
    try (DigestInputStream in = new DigestInputStream(bytes.open(), sha256())) {
      long size = drain(in);
      String hex = HexFormat.of().formatHex(in.getMessageDigest().digest());
      return new Listed(name, size, new ContentHash(hex));
    }
  }

  private static long drain(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    long size = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      size += read;
    }
    return size;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
