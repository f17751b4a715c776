package org.vigie.groundstation.console;

import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.client.VideoConnection;
import org.vigie.groundstation.console.film.Film;
import org.vigie.groundstation.console.screen.ConsoleWindow;
import org.vigie.groundstation.time.StationClock;

/**
 * Watches the selected flight's source and no other: each viewing is written down by the station.
 *
 * @threading event thread
 */
final class FilmKeeper {
  private final StationClient client;
  private final StationClock clock;
  private final AtomicBoolean painting = new AtomicBoolean();
  private String source = "";
  private @Nullable Film film;
  private @Nullable VideoConnection connection;

  FilmKeeper(StationClient client, StationClock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Watches this source from now on; an empty one is none. */
  void keepUp(String next, ConsoleWindow window) {
    if (next.equals(source)) {
      return;
    }
    close();
    source = next;
    if (next.isEmpty()) {
      window.film(null);
      return;
    }
    Film watched =
        new Film(
            clock,
            next,
            () -> {
              if (painting.compareAndSet(false, true)) {
                EventQueue.invokeLater(
                    () -> {
                      painting.set(false);
                      window.picture();
                    });
              }
            });
    VideoConnection to = client.video(next, watched);
    watched.acknowledgeTo(to::acknowledge);
    film = watched;
    connection = to;
    window.film(watched);
  }

  void close() {
    source = "";
    if (connection != null) {
      connection.close();
      connection = null;
    }
    if (film != null) {
      film.close();
      film = null;
    }
  }
}
