package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.groundstation.access.People;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.access.Tokens;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.flightlog.MemoryCheckpoints;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.MerkleTree;
import org.vigie.groundstation.viewing.Viewing;
import org.vigie.groundstation.viewing.ViewingSetting;

/** A server on a free port with a person of each role; every answer is held against OpenAPI. */
final class ApiFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T14:03:00Z");

  /** Snapshots ten times a second, and more patience than any test takes. */
  static final LiveLimits LIMITS =
      new LiveLimits(Duration.ofMillis(100), 300, 256 * 1024, 1_000, 20);

  private static final String PADDING = "{\"padding\":\"" + "x".repeat(300) + "\"}";

  static final ObjectMapper JSON = new ObjectMapper();

  /** An operator of the municipal police. */
  static final String AGENT = "agent-1";

  /** A pilot of another fire service. */
  static final String STRANGER = "stranger-1";

  final MemoryJournal journal = new MemoryJournal();
  final MemoryDesk desk = new MemoryDesk(journal, () -> NOW);
  final Map<String, byte[]> records = new ConcurrentHashMap<>();
  volatile boolean brokenDisk;
  volatile boolean reportsBusy;
  final List<String> missing = new ArrayList<>();
  final SteppedClock wall = new SteppedClock(Instant.parse("2026-11-22T08:00:00Z"));
  final TinyVideo video = new TinyVideo();
  final MemoryCameras cameras = new MemoryCameras();
  final MemoryMaps maps = new MemoryMaps();
  final MemoryLogs logs = new MemoryLogs();
  final MemoryCheckpoints checkpoints = new MemoryCheckpoints();
  final MerkleTree tree = new MerkleTree();
  final ApiPorts ports;
  final ApiServer server;
  final int port;
  private final List<People.Registered> people = new ArrayList<>();
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);
  private final Map<String, String> byPerson = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final OpenApi openApi = OpenApi.shipped();

  ApiFixture() throws IOException {
    this(LIMITS, 0);
  }

  /** A server whose journal holds so many entries from before. */
  ApiFixture(LiveLimits limits, int entries) throws IOException {
    for (int i = 0; i < entries; i++) {
      journal.put(
          new Entry(i, StreamId.station("test"), i, NOW, "", "", "station.test", 1, PADDING));
    }
    for (Role role : Role.values()) {
      tokens.put(role, register(role.name().toLowerCase(Locale.ROOT) + "-1", role, "sdis42"));
    }
    register(AGENT, Role.OPERATOR, "pm42218");
    register(STRANGER, Role.PILOT, "sdis69");
    Viewing viewing =
        new Viewing(
            new ViewingSetting(
                "42218",
                Map.of(
                    "sdis42", OperatorType.FIRE_SERVICE,
                    "sdis69", OperatorType.FIRE_SERVICE,
                    "pm42218", OperatorType.MUNICIPAL_POLICE),
                Map.of("cctv-01", Set.of("pm42218"), "cctv-02", Set.of("sdis42", "pm42218"))),
            journal,
            () -> NOW,
            wall,
            desk::flights);
    ports =
        new ApiPorts(
            desk,
            journal,
            new People(people),
            () -> NOW,
            wall,
            this::openZip,
            this::make,
            this::metrics,
            () -> List.copyOf(missing),
            new StationFacts(
                "saint-etienne",
                "Saint-Étienne",
                "fr",
                List.of(
                    new StationFacts.ServiceFacts(
                        "sdis42", "SDIS de la Loire", OperatorType.FIRE_SERVICE),
                    new StationFacts.ServiceFacts(
                        "pm42218", "Police municipale", OperatorType.MUNICIPAL_POLICE))),
            language -> Map.of("rule/x.title", language.code()),
            new PicturePorts(viewing, video, cameras),
            new MapPorts(maps, maps::profile),
            logs,
            new SealPorts(checkpoints, tree));
    server = new ApiServer(ports, limits, new PageFiles("org/vigie/groundstation/page/"));
    port = server.start("127.0.0.1", 0);
  }

  private String register(String id, Role role, String service) {
    String token = Tokens.newToken(new SecureRandom());
    people.add(
        new People.Registered(
            new Person(id, id, Set.of(role), service, "42218"), Tokens.sha256Hex(token)));
    byPerson.put(id, token);
    return token;
  }

  private Optional<InputStream> openZip(String flightId) {
    return Optional.ofNullable(records.get(flightId))
        .map(
            zip ->
                brokenDisk
                    ? new SequenceInputStream(new ByteArrayInputStream(zip), new BrokenStream())
                    : new ByteArrayInputStream(zip));
  }

  private RecordReports.Answer make(String flightId, RecordReports.Form form, String language) {
    if (reportsBusy) {
      return new RecordReports.Answer.Busy();
    }
    return records.containsKey(flightId)
        ? new RecordReports.Answer.Made(
            (form.path() + " " + language).getBytes(StandardCharsets.UTF_8))
        : new RecordReports.Answer.NotYet();
  }

  /** What a disk that fails in the middle of a file gives. */
  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk failed");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw new IOException("the disk failed");
    }
  }

  private List<MetricsSource.Metric> metrics() {
    return List.of(
        new MetricsSource.Metric(
            "vigie_journal_entries_total",
            "Entries on disk.",
            MetricsSource.Kind.COUNTER,
            Map.of(),
            journal.size()));
  }

  String token(Role role) {
    String token = tokens.get(role);
    if (token == null) {
      throw new IllegalArgumentException("nobody is " + role);
    }
    return token;
  }

  String token(String personId) {
    return Objects.requireNonNull(byPerson.get(personId), personId);
  }

  HttpRequest.Builder as(String personId, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token(personId));
  }

  /** A request of a browser that has this cookie, from this station's own page. */
  HttpRequest.Builder browser(String cookie, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("Origin", origin())
        .header("Cookie", cookie);
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** Logs in with a token; the cookie as the browser sends it back. */
  String logIn(String personId) throws IOException, InterruptedException {
    Answer answer = logIn("token", token(personId));
    assertThat(answer.status()).isEqualTo(201);
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  Answer logIn(String with, String secret) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri("/api/sessions"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"" + with + "\":\"" + secret + "\"}")));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpRequest.Builder request(Role role, String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token(role));
  }

  Answer get(Role role, String path) throws IOException, InterruptedException {
    return send(request(role, path).GET());
  }

  Answer post(Role role, String path, String json) throws IOException, InterruptedException {
    return post(role, path, json.getBytes(StandardCharsets.UTF_8));
  }

  Answer post(Role role, String path, byte[] body) throws IOException, InterruptedException {
    return send(
        request(role, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Sends a request; what comes back must be what the OpenAPI document promises. */
  Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    openApi.check(request.method(), request.uri().getPath(), response);
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    if (!request.uri().getPath().matches("/(ui/.*)?") || response.statusCode() >= 400) {
      assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }
    return new Answer(response);
  }

  /** An alert as a sensor sends it. */
  static String alert(String source, String sourceId) {
    return """
    {"source":"%s","sourceId":"%s","type":"explosion","occurredAt":"2026-11-21T14:02:58.5Z",
     "lat":45.4386,"lon":4.3775,"uncertaintyM":25,"confidence":0.93,
     "text":"deux détonations","evidence":[{"kind":"image","url":"https://cctv.example/7.jpg"}]}
    """
        .formatted(source, sourceId);
  }

  @Override
  public void close() throws IOException {
    server.close();
    journal.close();
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The fields that a problem names. */
    List<String> fields() throws IOException {
      return json().path("errors").findValuesAsText("field");
    }
  }
}
