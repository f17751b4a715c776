package org.vigie.groundstation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.time.StationClock;

/**
 * One person at one station's API. Requests answer on the client's own threads and never throw: see
 * {@link Reply}. An order does not wait for another request.
 *
 * @threading thread-safe
 */
public final class StationClient implements AutoCloseable {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

  /** The station answers an order within milliseconds, or says within 10 s that it could not. */
  private static final Duration ORDER_MAX = Duration.ofSeconds(12);

  private static final Duration DOCUMENT_MAX = Duration.ofSeconds(20);
  private static final int OK_FIRST = 200;
  private static final int OK_LAST = 299;

  private final ExecutorService threads;
  private final HttpClient http;
  private final ScheduledExecutorService timer;
  private final StationAddress address;
  private final String token;
  private final String language;
  private final StationClock clock;

  /**
   * A client that has not asked anything yet.
   *
   * @param clock what ages and moments are counted by
   */
  public StationClient(
      StationAddress address, String token, Language language, StationClock clock) {
    this.address = address;
    this.token = token;
    this.language = language.code();
    this.clock = clock;
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "station-http");
              thread.setDaemon(true);
              return thread;
            });
    this.http =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "station-client");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whose token this is. */
  public CompletableFuture<Reply<Who>> who() {
    return get("/api/sessions", DOCUMENT_MAX, Who::of);
  }

  /** The live picture as a request, for stations that cannot say whose token it is. */
  public CompletableFuture<Reply<Integer>> incidents() {
    return get("/api/incidents", DOCUMENT_MAX, body -> body.node().path("incidents").size());
  }

  /** All vehicles as they are now. */
  public CompletableFuture<Reply<List<LiveVehicle>>> vehicles() {
    return get("/api/vehicles", DOCUMENT_MAX, body -> body.list("vehicles", LiveVehicle::of));
  }

  public CompletableFuture<Reply<MapDocument>> map() {
    return get("/api/map", DOCUMENT_MAX, MapDocument::of);
  }

  public CompletableFuture<Reply<PlanDocument>> plan(String flightId) {
    return get(flight(flightId, "plan"), DOCUMENT_MAX, PlanDocument::of);
  }

  public CompletableFuture<Reply<DecisionDocument>> decision(String flightId) {
    return get(flight(flightId, "decision"), DOCUMENT_MAX, DecisionDocument::of);
  }

  public CompletableFuture<Reply<ProofDocument>> proof(String flightId) {
    return get(flight(flightId, "proof"), DOCUMENT_MAX, ProofDocument::of);
  }

  public CompletableFuture<Reply<Profile>> profile(String flightId) {
    return get(flight(flightId, "profile"), DOCUMENT_MAX, Profile::of);
  }

  /** Who flies for the station, and who of them is at a console. */
  public CompletableFuture<Reply<List<Colleague>>> pilots() {
    return get("/api/pilots", DOCUMENT_MAX, body -> body.list("pilots", Colleague::of));
  }

  /** The words of decisions in the client's language, by key. */
  public CompletableFuture<Reply<Map<String, String>>> decisionWords() {
    return get("/api/decision-words/" + language, DOCUMENT_MAX, Members::table);
  }

  /** Whether this person may watch a source now; a refusal is written down by the station. */
  CompletableFuture<Reply<Boolean>> mayWatch(String source) {
    return get("/api/videos/" + segment(source), DOCUMENT_MAX, body -> true);
  }

  /** Clears take-off of exactly this plan under exactly this decision. */
  public CompletableFuture<Reply<String>> clear(
      String flightId, String planHash, String decisionHash) {
    return post(
        flight(flightId, "clear"), Map.of("planHash", planHash, "decisionHash", decisionHash));
  }

  /** Confirms that the station may correct exactly these differences of the aircraft's set-up. */
  public CompletableFuture<Reply<String>> confirmSetUp(String flightId, String hash) {
    return post(flight(flightId, "set-up"), Map.of("hash", hash));
  }

  /** Refuses take-off. */
  public CompletableFuture<Reply<String>> refuse(String flightId, String reason) {
    return post(flight(flightId, "refuse"), Map.of("reason", reason));
  }

  /** Orders a flight in the air; done means that the station took the order, by this id. */
  public CompletableFuture<Reply<String>> order(String flightId, FlightOrder order) {
    return post(flight(flightId, order.code()), Map.of());
  }

  /**
   * Stops the motors in the air: the aircraft falls. To be asked only after its guard was lifted.
   *
   * @param reason of 3 to 200 characters
   */
  public CompletableFuture<Reply<String>> terminate(String flightId, String reason) {
    return post(flight(flightId, "terminate"), Map.of("confirm", flightId, "reason", reason));
  }

  /**
   * Goes on with the mission against what supervision asks for.
   *
   * @param overrules codes of the concerns that the pilot knows of and sets aside
   */
  public CompletableFuture<Reply<String>> resume(String flightId, List<String> overrules) {
    return post(flight(flightId, FlightOrder.RESUME.code()), Map.of("overrules", overrules));
  }

  /** Makes the time on scene longer. */
  public CompletableFuture<Reply<String>> extendScene(String flightId) {
    return post(flight(flightId, "scene"), Map.of("action", "extend"));
  }

  /** Moves what is looked at. */
  public CompletableFuture<Reply<String>> moveScene(String flightId, LatLon to) {
    return post(
        flight(flightId, "scene"),
        Map.of("action", "move", "lat", to.latDeg(), "lon", to.lonDeg()));
  }

  /** Offers the aircraft to another pilot. */
  public CompletableFuture<Reply<String>> offer(String vehicleId, String to) {
    return post(authority(vehicleId, "offer"), Map.of("to", to));
  }

  /** Takes the aircraft that was offered, or that its pilot left. */
  public CompletableFuture<Reply<String>> accept(String vehicleId) {
    return post(authority(vehicleId, "accept"), Map.of());
  }

  /**
   * Opens the live picture and keeps it open until it is closed.
   *
   * @param present whether the person is at the screen; asked each second
   */
  public LiveConnection live(LiveConnection.Listener listener, BooleanSupplier present) {
    LiveConnection live = new LiveConnection(this, listener, present);
    live.start();
    return live;
  }

  /** Watches a source of live video until it is closed. */
  public VideoConnection video(String source, VideoConnection.Listener listener) {
    VideoConnection video = new VideoConnection(this, source, listener);
    video.start();
    return video;
  }

  private CompletableFuture<Reply<String>> post(String path, Map<String, ?> body) {
    HttpRequest request =
        request(path, ORDER_MAX)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Members.write(body)))
            .build();
    return send(request, answer -> answer.text("commandId"));
  }

  private <T> CompletableFuture<Reply<T>> get(
      String path, Duration patience, Function<Members, T> reader) {
    return send(request(path, patience).GET().build(), reader);
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(address.http(path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", language);
  }

  private <T> CompletableFuture<Reply<T>> send(HttpRequest request, Function<Members, T> reader) {
    // the first request loads classes for a while: not on the caller's thread
    return CompletableFuture.completedFuture(request)
        .thenComposeAsync(this::send, threads)
        .thenApply(response -> reply(response, reader))
        .exceptionally(error -> new Reply.Away<>(Failures.code(error)));
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static <T> Reply<T> reply(HttpResponse<String> response, Function<Members, T> reader) {
    boolean done = response.statusCode() >= OK_FIRST && response.statusCode() <= OK_LAST;
    try {
      Members body = Members.parse(response.body());
      return done
          ? new Reply.Done<>(reader.apply(body))
          : new Reply.Refused<>(Problem.of(response.statusCode(), body));
    } catch (JsonProcessingException e) {
      return done
          ? new Reply.Away<>(Failures.BROKEN)
          : new Reply.Refused<>(
              new Problem(response.statusCode(), "", "HTTP " + response.statusCode(), "", "", ""));
    }
  }

  private static String flight(String flightId, String part) {
    return "/api/flights/" + segment(flightId) + "/" + part;
  }

  private static String authority(String vehicleId, String part) {
    return "/api/vehicles/" + segment(vehicleId) + "/authority/" + part;
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  java.net.http.WebSocket.Builder webSocket() {
    return http.newWebSocketBuilder()
        .connectTimeout(CONNECT_MAX)
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", language);
  }

  StationAddress address() {
    return address;
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  StationClock clock() {
    return clock;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdown();
  }
}
