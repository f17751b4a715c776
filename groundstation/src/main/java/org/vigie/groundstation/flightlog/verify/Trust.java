package org.vigie.groundstation.flightlog.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.groundstation.journal.seal.CosignerKey;
import org.vigie.groundstation.journal.seal.VerifierKey;

/**
 * What whoever verifies knows from somewhere else than the record.
 *
 * @param keys the station's keys, the one in use and those of before; a record names its own
 * @param witnesses keys of witnesses whose word counts; one is enough
 */
public record Trust(List<VerifierKey> keys, List<CosignerKey> witnesses) {
  /** Keys that a file may hold: a new one each month for eight years. */
  private static final int MAX_KEYS = 100;

  /** Nothing is known: the key inside the record is used. */
  public static final Trust NOBODY = new Trust(List.of(), List.of());

  public Trust {
    keys = List.copyOf(keys);
    witnesses = List.copyOf(witnesses);
  }

  /** One key of a station, perhaps. */
  public static Trust of(Optional<VerifierKey> key) {
    return new Trust(key.stream().toList(), List.of());
  }

  /**
   * Reads the keys of a station: a vkey a line.
   *
   * @throws IllegalArgumentException if a line is none, or there is none
   */
  public static List<VerifierKey> stationKeys(String file) {
    return lines(file, VerifierKey::parse);
  }

  /**
   * Reads the keys of witnesses: a vkey a line.
   *
   * @throws IllegalArgumentException if a line is none, or there is none
   */
  public static List<CosignerKey> witnessKeys(String file) {
    return lines(file, CosignerKey::parse);
  }

  private static <T> List<T> lines(String file, Function<String, T> parse) {
    List<String> lines = file.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty() || lines.size() > MAX_KEYS) {
      throw new IllegalArgumentException(lines.size() + " keys");
    }
    return lines.stream().map(parse).toList();
  }

  /** The given key that this record names; the newest one given if it names another. */
  Optional<VerifierKey> keyFor(String named) {
    return keys.stream()
        .filter(key -> key.toString().equals(named))
        .findFirst()
        .or(() -> keys.stream().findFirst());
  }
}
