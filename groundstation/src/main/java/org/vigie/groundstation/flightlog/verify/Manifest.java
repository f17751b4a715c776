package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.journal.seal.VerifierKey;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** {@code record.json} as the verifier reads it: every member known, none missing. */
record Manifest(
    String format,
    String station,
    String key,
    String flight,
    String outcome,
    Instant created,
    long treeSize,
    List<Counted> streams,
    List<Input> inputs,
    List<Listed> files) {
  static final String PART = "record.json";
  static final String FORMAT = "vigie-record/1";

  record Counted(String stream, long entries) {}

  record Input(String name, String kind, ContentHash hash) {}

  record Listed(String name, long size, ContentHash sha256) {}

  static Optional<Manifest> read(JsonNode tree, Findings findings) {
    try {
      Manifest manifest = CanonicalJson.mapper().treeToValue(tree, Manifest.class);
      if (manifest.fits(tree)) {
        return Optional.of(manifest);
      }
    } catch (JsonProcessingException | RuntimeException e) {
      // told below, with what was expected
    }
    findings.fault(Check.MANIFEST, PART, Fault.MALFORMED, FORMAT);
    return Optional.empty();
  }

  /** Written again it is the same: no member was missing, no number was read as something else. */
  private boolean fits(JsonNode tree) {
    return format.equals(FORMAT)
        && VerifierKey.parse(key).name().equals(station)
        && CanonicalJson.write(this).equals(CanonicalJson.write(tree))
        && byName().size() == files.size();
  }

  Map<String, Listed> byName() {
    Map<String, Listed> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    return byName;
  }

  boolean lists(String name) {
    return files.stream().anyMatch(file -> file.name().equals(name));
  }
}
