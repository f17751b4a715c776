package org.vigie.groundstation.flightlog.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Reads the small parts of a record, and says what is wrong when that fails. */
final class Parts {
  /** A record of a day of flight has some 100 MB of entries; what is beyond is an attack. */
  static final int MAX_BYTES = 256 * 1024 * 1024;

  private final RecordSource source;
  private final Findings findings;

  Parts(RecordSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  Optional<byte[]> read(Check check, String part) {
    try (InputStream in = source.open(part)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        findings.fault(check, part, Fault.TOO_LARGE, MAX_BYTES);
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      findings.fault(check, part, Fault.MISSING);
    } catch (IOException e) {
      findings.fault(check, part, Fault.UNREADABLE, e.toString());
    }
    return Optional.empty();
  }

  Optional<String> text(Check check, String part) {
    Optional<byte[]> bytes = read(check, part);
    Optional<String> text = bytes.flatMap(CanonicalText::decode);
    if (bytes.isPresent() && text.isEmpty()) {
      findings.fault(check, part, Fault.MALFORMED, "UTF-8");
    }
    return text;
  }

  /** Lines that all end in a line feed. */
  List<String> lines(Check check, String part) {
    Optional<String> text = text(check, part);
    if (text.isEmpty()) {
      return List.of();
    }
    if (!text.get().endsWith("\n")) {
      findings.fault(check, part, Fault.MALFORMED, "LF", text.get().lines().count());
      return List.of();
    }
    return List.of(text.get().substring(0, text.get().length() - 1).split("\n", -1));
  }

  Optional<JsonNode> object(Check check, String part) {
    Optional<String> text = text(check, part);
    Optional<JsonNode> object = text.flatMap(CanonicalText::object);
    if (text.isPresent() && object.isEmpty()) {
      findings.fault(check, part, Fault.MALFORMED, "RFC 8785");
    }
    return object;
  }
}
