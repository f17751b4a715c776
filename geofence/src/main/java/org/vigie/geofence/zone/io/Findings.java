package org.vigie.geofence.zone.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geofence.document.Problem;

/** Collects what deviates in one file. Confined to one reading. */
final class Findings {
  /**
   * A publisher that writes empty texts for null does so in each of its zones, thirty times: the
   * hundredth tells a person nothing new. What blocks is never left out.
   */
  static final int NOTES_PER_CODE_MAX = 100;

  private final String file;
  private final List<ZoneFinding> findings = new ArrayList<>();
  private final Map<String, Integer> notes = new LinkedHashMap<>();

  Findings(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void note(String code, Places places, String pointer, String message) {
    int count = notes.merge(code, 1, Integer::sum);
    if (count <= NOTES_PER_CODE_MAX) {
      findings.add(
          new ZoneFinding(code, ZoneFinding.Severity.NOTE, places.problem(pointer, message)));
    }
  }

  void block(String code, Places places, String pointer, String message) {
    findings.add(
        new ZoneFinding(code, ZoneFinding.Severity.BLOCKING, places.problem(pointer, message)));
  }

  /** All findings, with one for each kind of note of which some were left out. */
  List<ZoneFinding> all() {
    List<ZoneFinding> all = new ArrayList<>(findings);
    notes.forEach(
        (code, count) -> {
          if (count > NOTES_PER_CODE_MAX) {
            String message = (count - NOTES_PER_CODE_MAX) + " more of these";
            all.add(
                new ZoneFinding(
                    code, ZoneFinding.Severity.NOTE, new Problem(file, 0, 0, "", message)));
          }
        });
    return all;
  }
}
