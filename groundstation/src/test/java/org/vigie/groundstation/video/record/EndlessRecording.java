package org.vigie.groundstation.video.record;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.video.MachineClock;

/** A process that records until it is killed, and prints how many units it has handed over. */
final class EndlessRecording {
  private EndlessRecording() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    byte[] ts = Files.readAllBytes(folder.resolve("stream.ts"));
    List<Integer> starts = Feed.starts(ts);
    MachineClock clock = new MachineClock();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (SqliteJournal journal =
        SqliteJournal.open(folder.resolve("journal"), EventCodec.of(VideoEvent.types()))) {
      SourceRecorder recorder =
          new SourceRecorder("V1", folder.resolve("video"), journal, clock::now, clock);
      recorder.start(new RecordingOwner("F1", "sdis42", "42218"));
      Feed feed = new Feed(recorder, clock);
      feed.packets(ts, 0, starts.get(0));
      for (int unit = 0; unit + 1 < starts.size(); unit++) {
        feed.packets(ts, starts.get(unit), starts.get(unit + 1));
        // a camera leaves the recorder more time than this between two pictures
        while (recorder.figures().unitsWritten() < unit) {
          Thread.onSpinWait();
        }
        out.println(unit + 1);
      }
    }
  }
}
