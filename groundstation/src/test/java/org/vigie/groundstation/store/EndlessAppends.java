package org.vigie.groundstation.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.vigie.groundstation.journal.AppendOutcome;

/** A process that appends until it is killed, and prints each position once it is durable. */
final class EndlessAppends {
  private static final int IN_FLIGHT = 64;

  private EndlessAppends() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Semaphore free = new Semaphore(IN_FLIGHT);
    try (SqliteJournal journal = SqliteJournal.open(Path.of(arguments[0]), Noted.CODEC)) {
      for (long i = 0; i < Long.MAX_VALUE; i++) {
        free.acquire();
        journal.append(
            List.of(Noted.draft(i), Noted.draft(i)),
            outcome -> {
              if (outcome instanceof AppendOutcome.Durable durable) {
                out.println(durable.entries().get(1).position());
              }
              free.release();
            });
      }
    }
  }
}
