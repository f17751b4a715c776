package org.vigie.groundstation.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a file piece by piece: the next piece is read when the last one was taken, so a slow reader
 * costs one piece of memory.
 */
final class Download {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  /** Large enough for the disk, small enough to hold one for every reader. */
  private static final int PIECE_BYTES = 64 * 1024;

  private Download() {}

  /**
   * Sends what is there, or says that it is not yet.
   *
   * @param file opens it; empty while it is not there
   * @param name under which a browser stores it
   */
  static void send(
      Call call, Callable<Optional<InputStream>> file, String contentType, String name) {
    call.blocking(
        file,
        found -> {
          InputStream bytes = found.orElseThrow(Problem.of(404, "not-yet")::refusal);
          Vertx vertx = call.context().vertx();
          HttpServerResponse response = call.response();
          response
              .setStatusCode(200)
              .setChunked(true)
              .putHeader("Content-Type", contentType)
              .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
          pieces(vertx, bytes, response)
              .onFailure(cause -> broken(call, name, cause))
              .onComplete(done -> vertx.executeBlocking(() -> closed(bytes), false));
        });
  }

  private static Future<Void> pieces(Vertx vertx, InputStream file, HttpServerResponse response) {
    return vertx
        .executeBlocking(() -> file.readNBytes(PIECE_BYTES), false)
        .compose(
            piece ->
                piece.length == 0
                    ? response.end()
                    : response
                        .write(Buffer.buffer(piece))
                        .compose(written -> pieces(vertx, file, response)));
  }

  /** A file that ends early must not look whole: the connection is cut. */
  private static void broken(Call call, String name, Throwable cause) {
    LOG.warn("{} was not sent whole: {}", name, cause.toString());
    call.context().request().connection().close();
  }

  private static boolean closed(InputStream file) throws IOException {
    file.close();
    return true;
  }
}
