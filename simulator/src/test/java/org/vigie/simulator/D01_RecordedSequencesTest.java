package org.vigie.simulator;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class D01_RecordedSequencesTest {
  private static List<String> what(List<Recording.Told> told, String kind) {
    return told.stream().filter(e -> e.kind().equals(kind)).map(Recording.Told::what).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1", "a1b", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a10", "a10b", "a11", "a12", "a13",
        "a14", "a15", "a16", "a17", "a18", "a19", "a20", "a21", "a22", "a23", "a24", "a25"
      })
  void look(String name) {
    Recording recording = Recording.read(name);
    Replay replay = Replay.of(recording);
    System.out.println("==== " + name);
    for (String kind :
        List.of(
            "TEXT",
            "MODE",
            "ACK",
            "MISSION_ACK",
            "REQUEST",
            "COUNT",
            "REACHED",
            "CURRENT",
            "FENCE",
            "INTERVAL",
            "PARAM")) {
      List<Recording.Told> was = recording.told(kind);
      List<Recording.Told> is = replay.told.stream().filter(e -> e.kind().equals(kind)).toList();
      if (what(was, kind).equals(what(is, kind))) {
        continue;
      }
      System.out.println("-- " + kind);
      was.forEach(e -> System.out.println("   was " + e.timeS() + " " + e.what()));
      is.forEach(e -> System.out.printf("   is  %.2f %s%n", e.timeS(), e.what()));
    }
  }
}
