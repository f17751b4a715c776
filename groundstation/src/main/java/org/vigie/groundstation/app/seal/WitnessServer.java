package org.vigie.groundstation.app.seal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.groundstation.flightlog.witness.AddCheckpoint;
import org.vigie.groundstation.flightlog.witness.Witness;
import org.vigie.groundstation.flightlog.witness.WitnessAnswer;
import org.vigie.groundstation.time.StationClock;

/**
 * A witness over HTTP. One request is judged at a time, and what was seen is on disk before it is
 * answered.
 *
 * @source C2SP tlog-witness; plain HTTP, TLS is the business of a proxy before it
 */
public final class WitnessServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

  /** Requests that are read at a time: a handful of stations, once a minute each. */
  private static final int THREADS = 4;

  /** Connections that wait for one of them. */
  private static final int BACKLOG = 64;

  private static final String PATH = "/add-checkpoint";

  private final Witness witness;
  private final WitnessMemory memory;
  private final StationClock clock;
  private final HttpServer server;
  private final ExecutorService threads;

  private WitnessServer(
      Witness witness, WitnessMemory memory, StationClock clock, HttpServer server) {
    this.witness = witness;
    this.memory = memory;
    this.clock = clock;
    this.server = server;
    this.threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "witness"));
  }

  /**
   * Begins to answer.
   *
   * @param state file of what was seen
   * @throws IOException if the address or the file cannot be used
   */
  public static WitnessServer start(
      InetSocketAddress address, Witness witness, Path state, StationClock clock)
      throws IOException {
    WitnessMemory memory = WitnessMemory.open(state);
    try {
      HttpServer http = HttpServer.create(address, BACKLOG);
      WitnessServer server = new WitnessServer(witness, memory, clock, http);
      http.createContext("/", server::handle);
      http.setExecutor(server.threads);
      http.start();
      return server;
    } catch (IOException | RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        send(exchange, new WitnessAnswer(404, "text/plain", "POST " + PATH + "\n", null));
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        send(exchange, new WitnessAnswer(405, "text/plain", "POST only\n", null));
      } else {
        // one byte more than a request has shows that it is too long
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
        send(exchange, answer(body));
      }
    }
  }

  private synchronized WitnessAnswer answer(byte[] body) {
    try {
      WitnessAnswer answer = witness.add(body, memory.all(), clock.now());
      WitnessAnswer.Growth seen = answer.seen();
      if (seen != null) {
        memory.keep(seen);
        LOG.info("cosigned {} at {}", seen.origin(), seen.seen().size());
      } else {
        LOG.warn("refused: {} {}", answer.status(), answer.body().strip());
      }
      return answer;
    } catch (IOException | UncheckedIOException e) {
      LOG.error("what was seen cannot be kept, nothing is cosigned", e);
      return new WitnessAnswer(500, "text/plain", "cannot keep what was seen\n", null);
    }
  }

  private static void send(HttpExchange exchange, WitnessAnswer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdown();
    memory.close();
  }
}
