package org.vigie.groundstation.flightlog.verify;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vigie.groundstation.flightlog.verify.Manifest.Listed;
import org.vigie.groundstation.journal.StreamId;

/** The raw telemetry against the digests that were journalled while it came in. */
final class TelemetryCheck {
  static final String PART = "telemetry.tlog";
  private static final String DIGESTED = "telemetry.digested";
  private static final int CHUNK_BYTES = 64 * 1024;

  private final RecordSource source;
  private final Findings findings;

  TelemetryCheck(RecordSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  void run(Manifest manifest, List<LoggedEntry> entries, Optional<LoggedEntry> closing) {
    findings.made(Check.TELEMETRY);
    List<LoggedEntry> digests =
        entries.stream()
            .filter(entry -> entry.stream().equals(StreamId.flight(manifest.flight())))
            .filter(entry -> entry.is(DIGESTED))
            .toList();
    Listed listed = manifest.byName().get(PART);
    long size = listed == null ? 0 : listed.size();
    long frames = 0;
    long at = 0;
    if (listed == null && !digests.isEmpty()) {
      findings.fault(Check.TELEMETRY, PART, Fault.MISSING);
    } else if (listed != null) {
      try (InputStream in = new BufferedInputStream(source.open(PART))) {
        for (LoggedEntry digest : digests) {
          if (digest.number("fromByte") != at || digest.number("toByte") <= at) {
            disagree("fromByte", at, digest.number("fromByte"));
            return;
          }
          frames += compare(in, digest);
          at = digest.number("toByte");
        }
      } catch (NoSuchFileException e) {
        findings.fault(Check.TELEMETRY, PART, Fault.MISSING);
        return;
      } catch (IOException e) {
        findings.fault(Check.TELEMETRY, PART, Fault.UNREADABLE, e.toString());
        return;
      }
    }
    if (at != size) {
      findings.fault(Check.TELEMETRY, PART, Fault.UNDIGESTED, at, size);
    }
    if (closing.isPresent()) {
      totals(closing.get(), size, frames);
    }
  }

  private void totals(LoggedEntry closing, long bytes, long frames) {
    if (closing.number("telemetryBytes") != bytes) {
      disagree("telemetryBytes", bytes, closing.number("telemetryBytes"));
    }
    if (closing.number("telemetryFrames") != frames) {
      disagree("telemetryFrames", frames, closing.number("telemetryFrames"));
    }
  }

  /** Compares the next range and counts its records. */
  private long compare(InputStream in, LoggedEntry digest) throws IOException {
    MessageDigest sha256 = Sha256.digest();
    TelemetryScanner scanner = new TelemetryScanner();
    byte[] chunk = new byte[CHUNK_BYTES];
    long left = digest.number("toByte") - digest.number("fromByte");
    while (left > 0) {
      int read = in.read(chunk, 0, (int) Math.min(CHUNK_BYTES, left));
      if (read < 0) {
        throw new EOFException("ends " + left + " bytes early");
      }
      sha256.update(chunk, 0, read);
      scanner.accept(chunk, read);
      left -= read;
    }
    String found = HexFormat.of().formatHex(sha256.digest());
    if (!found.equals(digest.text("sha256"))) {
      findings.fault(Check.TELEMETRY, PART, Fault.HASH, digest.text("sha256"), found);
    } else if (!scanner.atBoundary()) {
      findings.fault(Check.TELEMETRY, PART, Fault.MALFORMED, "tlog", digest.number("fromByte"));
    } else if (scanner.frames() != digest.number("frames")) {
      disagree("frames", scanner.frames(), digest.number("frames"));
    }
    return scanner.frames();
  }

  private void disagree(String what, long here, long there) {
    findings.fault(Check.TELEMETRY, PART, Fault.DISAGREES, what, here, there);
  }
}
