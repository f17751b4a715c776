package org.vigie.groundstation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.journal.Entry;

/** The station's process is killed (SIGKILL) in the middle of its work, again and again. */
@Timeout(120)
class KilledJournalTest {
  private static final int KILLS = 3;
  private static final long SEED = 20261121;

  @TempDir Path folder;

  @Test
  void no_acknowledged_entry_is_lost_and_no_append_is_half_there() throws Exception {
    Random random = new Random(SEED);
    long acknowledged = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = Math.max(acknowledged, runAndKill(50 + random.nextInt(400)));
      try (SqliteJournal journal = SqliteJournal.open(folder, Noted.CODEC)) {
        assertThat(journal.size()).isGreaterThan(acknowledged);
        assertThat(journal.size() % 2).as("appends of two are whole").isZero();
        List<Entry> entries = journal.read(Noted.STREAM);
        assertThat(entries).hasSize((int) journal.size());
        for (int i = 0; i < entries.size(); i++) {
          assertThat(entries.get(i).position()).isEqualTo(i);
          assertThat(entries.get(i).number()).isEqualTo(i);
        }
        SharedTree tree = new SharedTree();
        tree.append(entries.stream().map(OpeningCheck::leafOf).toList());
        assertThat(journal.tree().root(journal.size())).isEqualTo(tree.root(tree.size()));
      }
    }
  }

  /** Kills the child after it acknowledged so many appends; answers the last position it told. */
  private long runAndKill(int appends) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                EndlessAppends.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = -1;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      int told = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        // a line that the kill cut short can only name an earlier position
        if (line.matches("[0-9]+")) {
          last = Math.max(last, Long.parseLong(line));
          told++;
        }
        if (told == appends) {
          child.toHandle().destroyForcibly();
        }
      }
      assertThat(told).as("appends acknowledged").isGreaterThanOrEqualTo(appends);
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}
