package org.vigie.groundstation.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the journal's writer. */
final class Awaited {
  private Awaited() {}

  /**
   * What the writer made of it.
   *
   * @param what for the message, for example {@code a document}
   */
  static <T> T get(CompletableFuture<T> done, Duration atMost, String what) throws IOException {
    try {
      return done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    } catch (TimeoutException e) {
      throw new IOException("the journal did not keep " + what + " within " + atMost, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("interrupted while the journal was keeping " + what);
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
