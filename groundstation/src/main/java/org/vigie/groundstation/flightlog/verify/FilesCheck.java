package org.vigie.groundstation.flightlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.vigie.groundstation.flightlog.verify.Manifest.Listed;

/** Every listed file as listed, no other file, inputs named by their hashes. */
final class FilesCheck {
  private static final Set<String> ALWAYS =
      Set.of("entries.jsonl", "inclusion.jsonl", "checkpoint");
  private static final Set<String> SOMETIMES =
      Set.of(
          "plan.json",
          "proof.json",
          "decision.json",
          "basis.json",
          "telemetry.tlog",
          HistoryCheck.CHECKPOINTS,
          HistoryCheck.GROWTH);
  private static final Set<String> UNLISTED = Set.of(Manifest.PART, SealCheck.SIGNATURE);
  private static final String INPUTS = "inputs/";
  private static final int CHUNK_BYTES = 64 * 1024;

  private final RecordSource source;
  private final Findings findings;

  FilesCheck(RecordSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  void run(Manifest manifest) {
    findings.made(Check.FILES);
    Map<String, Listed> listed = manifest.byName();
    for (String name : ALWAYS) {
      if (!listed.containsKey(name)) {
        findings.fault(Check.FILES, name, Fault.MISSING);
      }
    }
    for (Listed file : manifest.files()) {
      if (!ALWAYS.contains(file.name())
          && !SOMETIMES.contains(file.name())
          && !file.name().startsWith(INPUTS)) {
        findings.fault(Check.FILES, file.name(), Fault.UNKNOWN_PART);
      }
      compare(file);
    }
    lookForMore(listed.keySet());
    inputs(manifest, listed);
  }

  private void compare(Listed file) {
    try (DigestInputStream in = new DigestInputStream(source.open(file.name()), Sha256.digest())) {
      long size = drain(in);
      String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (size != file.size()) {
        findings.fault(Check.FILES, file.name(), Fault.SIZE, file.size(), size);
      } else if (!hash.equals(file.sha256().hex())) {
        findings.fault(Check.FILES, file.name(), Fault.HASH, file.sha256().hex(), hash);
      }
    } catch (NoSuchFileException e) {
      findings.fault(Check.FILES, file.name(), Fault.MISSING);
    } catch (IOException e) {
      findings.fault(Check.FILES, file.name(), Fault.UNREADABLE, e.toString());
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

  private void lookForMore(Set<String> listed) {
    try {
      for (String name : source.names()) {
        if (!listed.contains(name) && !UNLISTED.contains(name)) {
          findings.fault(Check.FILES, name, Fault.UNLISTED);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      findings.fault(Check.FILES, "", Fault.UNREADABLE, e.toString());
    }
  }

  private void inputs(Manifest manifest, Map<String, Listed> listed) {
    findings.made(Check.INPUTS);
    Set<String> indexed = new HashSet<>();
    for (Manifest.Input input : manifest.inputs()) {
      String name = INPUTS + input.hash().hex();
      indexed.add(name);
      Listed file = listed.get(name);
      if (file == null) {
        findings.fault(Check.INPUTS, name, Fault.MISSING);
      } else if (!file.sha256().equals(input.hash())) {
        findings.fault(Check.INPUTS, name, Fault.HASH, input.hash().hex(), file.sha256().hex());
      }
    }
    for (String name : listed.keySet()) {
      if (name.startsWith(INPUTS) && !indexed.contains(name)) {
        findings.fault(Check.INPUTS, name, Fault.UNLISTED);
      }
    }
  }
}
