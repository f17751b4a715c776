package org.vigie.groundstation.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Permission;
import org.vigie.groundstation.access.Rights;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.dispatch.FlightView;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.journal.Journal;
import org.vigie.planner.canonical.ContentHash;

/** Flights, what they rest on, and what pilots order; and the vehicles that fly them. */
final class FlightOperations {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int HASH_LENGTH = 64;
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int PERSON_LENGTH_MAX = 64;
  private static final int FLIGHT_LENGTH_MAX = 64;

  /** A sentence or two: what is longer belongs into a report. */
  private static final int WHY_LENGTH_MAX = 200;

  /** Less than three characters are no reason to let an aircraft fall. */
  private static final Pattern REASON = Pattern.compile("(?s).{3,}");

  private static final Pattern ACTION = Pattern.compile("extend|move");
  private static final int ACTION_LENGTH_MAX = 16;
  private static final double LATITUDE_DEG_MAX = 90;
  private static final double LONGITUDE_DEG_MAX = 180;

  private final Desk desk;
  private final Journal journal;
  private final RecordFiles records;

  FlightOperations(Desk desk, Journal journal, RecordFiles records) {
    this.desk = desk;
    this.journal = journal;
    this.records = records;
  }

  List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.get("/api/flights", Permission.READ_FLIGHTS, this::list));
    all.add(Operation.get("/api/flights/{id}", Permission.READ_FLIGHTS, this::one));
    all.add(document("decision", FlightView::decisionHash));
    all.add(document("plan", FlightView::planHash));
    all.add(document("proof", FlightView::proofHash));
    all.add(Operation.get("/api/flights/{id}/record.zip", Permission.READ_RECORDS, this::download));
    all.add(Operation.post("/api/flights/{id}/clear", Permission.CLEAR_FLIGHT, this::clear));
    all.add(Operation.post("/api/flights/{id}/set-up", Permission.CLEAR_FLIGHT, this::setUp));
    all.add(Operation.post("/api/flights/{id}/refuse", Permission.REFUSE_FLIGHT, this::refuse));
    for (PilotCommand command : PilotCommand.values()) {
      all.add(
          Operation.post(
              "/api/flights/{id}/" + command.name().toLowerCase(Locale.ROOT),
              Permission.COMMAND_FLIGHT,
              call -> order(call, command)));
    }
    all.add(Operation.post("/api/flights/{id}/scene", Permission.COMMAND_FLIGHT, this::scene));
    all.add(Operation.get("/api/vehicles", Permission.READ_VEHICLES, this::vehicles));
    all.add(
        Operation.post(
            "/api/vehicles/{id}/authority/offer", Permission.COMMAND_FLIGHT, this::offer));
    all.add(
        Operation.post(
            "/api/vehicles/{id}/authority/accept", Permission.COMMAND_FLIGHT, this::accept));
    return all;
  }

  private void list(Call call) {
    call.send(200, Map.of("flights", desk.flights()));
  }

  private void vehicles(Call call) {
    call.send(200, Map.of("vehicles", desk.vehicles()));
  }

  private void one(Call call) {
    call.send(200, flight(call));
  }

  private FlightView flight(Call call) {
    return desk.findFlight(call.id()).orElseThrow(Problem.of(404, "not-found")::refusal);
  }

  private Operation document(String name, Function<FlightView, @Nullable ContentHash> hashOf) {
    return Operation.get(
        "/api/flights/{id}/" + name,
        Permission.READ_FLIGHTS,
        call -> {
          ContentHash hash = hashOf.apply(flight(call));
          if (hash == null) {
            throw Problem.of(404, "not-yet").refusal();
          }
          call.blocking(() -> journal.findDocument(hash), found -> send(call, hash, found));
        });
  }

  /** The bytes as they were hashed: whoever has them can check the hash. */
  private static void send(Call call, ContentHash hash, Optional<byte[]> document) {
    byte[] bytes =
        document.orElseThrow(
            () -> new IllegalStateException("the journal has lost document " + hash.hex()));
    call.response().putHeader("ETag", "\"" + hash.hex() + "\"");
    call.sendJson(200, new String(bytes, StandardCharsets.UTF_8));
  }

  private void download(Call call) {
    FlightView flight = flight(call);
    if (!Rights.mayReadRecord(call.person(), flight.serviceId())) {
      throw Problem.because(403, "forbidden", "other-service").refusal();
    }
    Download.send(
        call,
        () -> records.openZip(flight.flightId()),
        "application/zip",
        "record-" + flight.flightId() + ".zip");
  }

  private void clear(Call call) {
    Fields fields = new Fields(call.json());
    fields.only(Set.of("planHash", "decisionHash"));
    String plan = fields.text("planHash", HASH_LENGTH, HASH, "field.not-hash");
    String decision = fields.text("decisionHash", HASH_LENGTH, HASH, "field.not-hash");
    fields.check();
    call.answer(
        desk.clear(call.id(), new ContentHash(plan), new ContentHash(decision), call.person()),
        done -> call.send(200, done.value()));
  }

  private void setUp(Call call) {
    Fields fields = new Fields(call.json());
    fields.only(Set.of("hash"));
    String hash = fields.text("hash", HASH_LENGTH, HASH, "field.not-hash");
    fields.check();
    call.answer(
        desk.confirmSetUp(call.id(), new ContentHash(hash), call.person()),
        done -> call.send(202, done.value()));
  }

  private void refuse(Call call) {
    String reason = IncidentOperations.reason(call);
    call.answer(
        desk.refuse(call.id(), reason, call.person()), done -> call.send(200, done.value()));
  }

  private void order(Call call, PilotCommand command) {
    Fields fields = new Fields(call.json());
    Set<ConcernKind> overrules = Set.of();
    String why;
    if (command == PilotCommand.TERMINATE) {
      why = guarded(call, fields);
    } else {
      boolean resumes = command == PilotCommand.RESUME;
      fields.only(resumes ? Set.of("overrules", "why") : Set.of("why"));
      overrules = resumes ? overrules(fields) : overrules;
      why = fields.optionalText("why", WHY_LENGTH_MAX);
    }
    fields.check();
    call.answer(
        desk.command(call.id(), command, overrules, why, call.person()),
        done -> call.send(202, Map.of("commandId", done.value())));
  }

  /** More time on scene, or another place to look at: {@code {"action":"move","lat":…}}. */
  private void scene(Call call) {
    Fields fields = new Fields(call.json());
    String action = fields.text("action", ACTION_LENGTH_MAX, ACTION, "field.unknown-value");
    boolean move = action.equals("move");
    fields.only(move ? Set.of("action", "lat", "lon") : Set.of("action"));
    double latDeg = move ? fields.number("lat", -LATITUDE_DEG_MAX, LATITUDE_DEG_MAX) : 0;
    double lonDeg = move ? fields.number("lon", -LONGITUDE_DEG_MAX, LONGITUDE_DEG_MAX) : 0;
    fields.check();
    call.answer(
        move
            ? desk.moveScene(call.id(), latDeg, lonDeg, call.person())
            : desk.extendScene(call.id(), call.person()),
        done -> call.send(202, Map.of("commandId", done.value())));
  }

  /**
   * What stops motors in the air names its flight a second time, and says why: {@code
   * {"confirm":"F-1","reason":"falls-on-people"}}.
   */
  private static String guarded(Call call, Fields fields) {
    fields.only(Set.of("confirm", "reason"));
    if (!call.id().equals(fields.optionalText("confirm", FLIGHT_LENGTH_MAX))) {
      fields.error("confirm", "field.not-this-flight");
    }
    return fields.text("reason", WHY_LENGTH_MAX, REASON, "field.too-short");
  }

  /** What supervision asks for and the pilot sets aside: {@code {"overrules":["energy"]}}. */
  private static Set<ConcernKind> overrules(Fields fields) {
    Set<ConcernKind> kinds = EnumSet.noneOf(ConcernKind.class);
    for (String code : fields.texts("overrules", ConcernKind.values().length)) {
      ConcernKind.find(code)
          .ifPresentOrElse(kinds::add, () -> fields.error("overrules", "field.unknown-value"));
    }
    return kinds;
  }

  private void offer(Call call) {
    Fields fields = new Fields(call.json());
    fields.only(Set.of("to"));
    String to = fields.text("to", PERSON_LENGTH_MAX, PERSON, "field.not-id");
    fields.check();
    call.answer(desk.offer(call.id(), to, call.person()), done -> call.send(200, done.value()));
  }

  private void accept(Call call) {
    call.expectNothing();
    call.answer(desk.accept(call.id(), call.person()), done -> call.send(200, done.value()));
  }
}
