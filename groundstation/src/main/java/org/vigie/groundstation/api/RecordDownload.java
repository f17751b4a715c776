package org.vigie.groundstation.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a flight record piece by piece: the next piece is read when the last one was taken, so a
 * slow reader costs one piece of memory.
 */
final class RecordDownload {
  private static final Logger LOG = LoggerFactory.getLogger(RecordDownload.class);

  /** Large enough for the disk, small enough to hold one for every reader. */
  private static final int PIECE_BYTES = 64 * 1024;

  private final RecordFiles records;

  RecordDownload(RecordFiles records) {
    this.records = records;
  }

  void send(Call call, String flightId) {
    call.blocking(
        () -> records.openZip(flightId),
        found -> {
          InputStream zip = found.orElseThrow(Problem.of(404, "not-yet")::refusal);
          Vertx vertx = call.context().vertx();
          HttpServerResponse response = call.response();
          response
              .setStatusCode(200)
              .setChunked(true)
              .putHeader("Content-Type", "application/zip")
              .putHeader(
                  "Content-Disposition", "attachment; filename=\"record-" + flightId + ".zip\"");
          pieces(vertx, zip, response)
              .onFailure(cause -> broken(call, flightId, cause))
              .onComplete(done -> vertx.executeBlocking(() -> closed(zip), false));
        });
  }

  private static Future<Void> pieces(Vertx vertx, InputStream zip, HttpServerResponse response) {
    return vertx
        .executeBlocking(() -> zip.readNBytes(PIECE_BYTES), false)
        .compose(
            piece ->
                piece.length == 0
                    ? response.end()
                    : response
                        .write(Buffer.buffer(piece))
                        .compose(written -> pieces(vertx, zip, response)));
  }

  /** A record that ends early must not look whole: the connection is cut. */
  private static void broken(Call call, String flightId, Throwable cause) {
    LOG.warn("record of flight {} was not sent whole: {}", flightId, cause.toString());
    call.context().request().connection().close();
  }

  private static boolean closed(InputStream zip) throws IOException {
    zip.close();
    return true;
  }
}
