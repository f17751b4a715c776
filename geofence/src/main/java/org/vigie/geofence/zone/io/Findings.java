package org.vigie.geofence.zone.io;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.geofence.zone.io.ZoneFinding.Consequence;

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

  /** How much was told at some moment. */
  record Mark(int findings, Map<String, Integer> notes) {}

  Mark mark() {
    return new Mark(findings.size(), Map.copyOf(notes));
  }

  /** Takes back the notes, and nothing that blocks, since a moment. */
  void forgetNotesSince(Mark mark) {
    findings.subList(mark.findings(), findings.size()).removeIf(finding -> !finding.blocks());
    notes.keySet().retainAll(mark.notes().keySet());
    notes.replaceAll((code, count) -> mark.notes().getOrDefault(code, count));
  }

  /** Something that was tolerated. */
  void note(Deviation what, Places places, String pointer, Object... arguments) {
    int count = notes.merge(what.code(), 1, Integer::sum);
    if (count <= NOTES_PER_CODE_MAX) {
      findings.add(finding(what, Consequence.TOLERATED, places, pointer, arguments));
    }
  }

  /** Something for which a zone blocks the area that it claims. */
  void block(Deviation what, Places places, String pointer, Object... arguments) {
    findings.add(finding(what, Consequence.ZONE_BLOCKS, places, pointer, arguments));
  }

  /** Something that hides zones. */
  void hide(Deviation what, Places places, String pointer, Object... arguments) {
    findings.add(finding(what, Consequence.COVERAGE_UNKNOWN, places, pointer, arguments));
  }

  /** All findings, with one for each kind of note of which some were left out. */
  List<ZoneFinding> all() {
    List<ZoneFinding> all = new ArrayList<>(findings);
    notes.forEach(
        (code, count) -> {
          if (count > NOTES_PER_CODE_MAX) {
            all.add(
                finding(
                    Deviation.MORE,
                    Consequence.TOLERATED,
                    Places.nowhere(file),
                    "",
                    count - NOTES_PER_CODE_MAX,
                    code));
          }
        });
    return all;
  }

  private static ZoneFinding finding(
      Deviation what, Consequence consequence, Places places, String pointer, Object... arguments) {
    // as texts: figures are not to be grouped or rounded
    List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
    String sentence = filled(what.pattern(), texts.toArray());
    return new ZoneFinding(
        what, texts, consequence, places.problem(pointer, filled(consequence.pattern(), sentence)));
  }

  private static String filled(String pattern, Object... texts) {
    return new MessageFormat(pattern, Locale.ENGLISH).format(texts);
  }
}
