package org.vigie.groundstation.video.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.video.MachineClock;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.record.VideoEvent.SegmentClosed;
import org.vigie.planner.canonical.ContentHash;

/** The station's process is killed (SIGKILL) while it records, again and again. */
@Timeout(120)
class KilledRecordingTest {
  private static final int KILLS = 3;
  private static final long SEED = 20261121;

  @TempDir Path folder;

  @Test
  void at_most_one_unit_of_those_handed_over_is_lost() throws Exception {
    byte[] ts = TestVideo.mux(TestVideo.encode(320, 192, 2_000, 25, 90_000), true);
    Files.write(folder.resolve("stream.ts"), ts);
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      int handedOver = runAndKill(100 + random.nextInt(600));
      MachineClock clock = new MachineClock();
      try (SqliteJournal journal =
          SqliteJournal.open(folder.resolve("journal"), EventCodec.of(VideoEvent.types()))) {
        SegmentRecovery.Report report =
            new SegmentRecovery(folder.resolve("video"), journal, clock::now)
                .recover(flight -> Optional.of(new RecordingOwner(flight, "sdis42", "42218")));
        SegmentClosed segment = report.recovered().get(0);
        assertThat(report.recovered()).hasSize(1);
        assertThat(segment.index()).isEqualTo(kill);
        assertThat(segment.units()).isGreaterThanOrEqualTo(handedOver - 1);
        Path file = folder.resolve("video/F1/V1-0000" + kill + ".ts");
        assertThat(segment.sha256()).isEqualTo(ContentHash.of(Files.readAllBytes(file)));
        assertThat(TestVideo.decodes(file)).isGreaterThanOrEqualTo(handedOver - 1);
      }
    }
  }

  /** Kills the child after it handed over so many units; answers the last count it told. */
  private int runAndKill(int units) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                EndlessRecording.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = -1;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        // a line that the kill cut short can only name a smaller count
        if (line.matches("[0-9]+")) {
          last = Math.max(last, Integer.parseInt(line));
        }
        if (last == units) {
          child.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(last).as("units handed over").isGreaterThanOrEqualTo(units);
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}
