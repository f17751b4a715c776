package org.vigie.groundstation.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventCodec;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.Cosigner;
import org.vigie.groundstation.journal.seal.NoteSigner;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.groundstation.journal.seal.SignedNote;
import org.vigie.groundstation.store.SqliteJournal;
import org.vigie.groundstation.store.StationKeys;
import org.vigie.groundstation.store.TelemetryFile;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;

/**
 * A flight in a real journal: its events are real ones, its telemetry is the beginning of a
 * recorded ArduCopter flight.
 */
public final class TestFlight implements AutoCloseable {
  public static final String FLIGHT = "F1";
  static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  /** Events between two checkpoints. */
  private static final int EVENTS_SEALED = 5;

  static final StreamId STREAM = StreamId.flight(FLIGHT);
  private static final StreamId INCIDENT = StreamId.incident("I1");

  final SqliteJournal journal;
  final NoteSigner signer;
  final Sealer sealer;
  final FlightLog log;
  private final List<Cosigner> witnesses = new ArrayList<>();
  ContentHash plan;
  ContentHash proof;
  ContentHash decision;
  final RecordInput zones;
  private final Path folder;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private Runnable tick = () -> {};
  private int seconds;

  /** An alert, for the incident's stream. */
  @EventType("test.alerted")
  record Alerted(String source, double confidence) implements Event {}

  /** A read-back that does not say which plan it was compared with; no station writes it. */
  @EventType(value = "flight.read-back", version = 2)
  record PlanlessReadBack(String kind, int items, boolean equal) implements Event {}

  public TestFlight(Path folder) throws IOException {
    this.folder = folder;
    List<Class<? extends Event>> own = new ArrayList<>(FlightEvent.types());
    own.addAll(FlightLogEvents.types());
    own.add(Alerted.class);
    own.add(PlanlessReadBack.class);
    journal = SqliteJournal.open(folder.resolve("data"), EventCodec.of(own));
    signer = StationKeys.openOrCreate(folder.resolve("station.key"), "test-station");
    sealer = new Sealer(journal.tree(), journal.checkpoints(), signer, this::now);
    log = new FlightLog(journal, sealer, this::cosigned, folder.resolve("records"), worker);
    byte[] zoneFile = "{\"features\":[]}".getBytes(StandardCharsets.UTF_8);
    zones = new RecordInput("zones.json", "zones", journal.keep(zoneFile));
    plan = keep(Map.of("flightId", FLIGHT, "validFrom", at(0), "validUntil", at(3600)));
    proof = keepProof(true);
    decision = keepDecision("GO_WITH_CONDITIONS");
  }

  static String at(int seconds) {
    return START.plusSeconds(seconds).toString();
  }

  ContentHash keep(Object document) {
    return journal.keep(CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8));
  }

  ContentHash keepProof(boolean holds) {
    ProofFinding finding =
        new ProofFinding("route-clear-of-zones", "outbound", holds, 12.5, 10, "m", "Z1");
    return keep(new Proof(plan, List.of(zones.hash()), List.of(finding)));
  }

  ContentHash keepDecision(String verdict) {
    return keepDecision(Map.of("verdict", verdict));
  }

  /** A decision on plan and proof; members given here replace its own, an empty one removes. */
  ContentHash keepDecision(Map<String, String> members) {
    Map<String, Object> document = new TreeMap<>();
    document.put("planHash", plan);
    document.put("proofHash", proof);
    document.put("validUntil", at(3600));
    document.put("verdict", "GO");
    document.putAll(members);
    document.values().removeIf(""::equals);
    return keep(document);
  }

  static FlightEvent changed(FlightState from, FlightState to) {
    return new FlightEvent.StateChanged(from, to, "");
  }

  FlightEvent readBack(String kind) {
    return new FlightEvent.ReadBack(kind, 7, plan, true, List.of());
  }

  /** What a good flight appends between confirmation and landing. */
  List<Event> goodFlight() {
    return new ArrayList<>(
        List.of(
            new FlightEvent.Requested(FLIGHT, "I1", "v1", "s1", "a1", "sdis42", "pilot-1"),
            new FlightEvent.Proved(proof, plan, true, 1, 0),
            changed(FlightState.PLANNING, FlightState.UPLOADING),
            readBack("MISSION"),
            readBack("FENCE"),
            readBack("RALLY"),
            readBack("PARAMETERS"),
            changed(FlightState.UPLOADING, FlightState.CHECKING),
            changed(FlightState.CHECKING, FlightState.AWAITING_CLEARANCE),
            new FlightEvent.Cleared("pilot-1", plan, decision),
            changed(FlightState.AWAITING_CLEARANCE, FlightState.ARMING),
            changed(FlightState.ARMING, FlightState.TAKING_OFF),
            changed(FlightState.TAKING_OFF, FlightState.OUTBOUND),
            changed(FlightState.OUTBOUND, FlightState.ON_SCENE),
            changed(FlightState.ON_SCENE, FlightState.RETURNING),
            changed(FlightState.RETURNING, FlightState.LANDING),
            changed(FlightState.LANDING, FlightState.LANDED),
            changed(FlightState.LANDED, FlightState.CLOSED)));
  }

  /** Appends events with telemetry between them, closes, and answers the record's folder. */
  Path fly(List<Event> events) throws Exception {
    alert();
    Path tlog = folder.resolve("data/telemetry/F1.tlog");
    TelemetryFile telemetry =
        TelemetryFile.open(
            tlog,
            new TelemetryFile.Owner(FLIGHT, "sdis42", "42218"),
            journal,
            this::now,
            new HandScheduler());
    List<byte[]> frames = frames();
    int each = frames.size() / events.size() + 1;
    for (int i = 0; i < events.size(); i++) {
      seconds++;
      append(new EntryDraft(STREAM, now(), "sdis42", "42218", events.get(i)));
      append(new EntryDraft(StreamId.vehicle("v2"), now(), "", "", new Alerted("other", i)));
      int to = Math.min(frames.size(), (i + 1) * each);
      for (byte[] frame : frames.subList(Math.min(i * each, to), to)) {
        telemetry.append(now(), frame);
      }
      tick.run();
      if (i % EVENTS_SEALED == 0) {
        sealer.seal();
      }
    }
    TelemetryFile.Totals totals =
        telemetry.finish().toCompletableFuture().get(30, TimeUnit.SECONDS);
    FlightEnd end =
        new FlightEnd(
            FLIGHT,
            "I1",
            "COMPLETED",
            now(),
            "sdis42",
            "42218",
            plan,
            proof,
            decision,
            List.of(zones),
            tlog,
            totals.bytes(),
            totals.frames());
    return written(close(end));
  }

  /** This witness cosigns the record's checkpoint, by the flight's own clock. */
  public void cosignedBy(Cosigner witness) {
    witnesses.add(witness);
  }

  private CompletionStage<SealedCheckpoint> cosigned(SealedCheckpoint checkpoint) {
    List<SignedNote.Signature> lines =
        witnesses.stream().map(w -> w.cosign(checkpoint.note().text(), now())).toList();
    return CompletableFuture.completedFuture(checkpoint.with(lines));
  }

  /** An alert with words in it, then its double. */
  void alert() throws Exception {
    append(
        new EntryDraft(
            INCIDENT,
            START,
            "sdis42",
            "42218",
            new Alerted("mic-7", 0.93),
            List.of(new EntryDraft.Personal("text", "cris au 12 rue Émile Loubet"))));
    append(new EntryDraft(INCIDENT, START, "sdis42", "42218", new Alerted("mic-8", 0.71)));
  }

  /** A flight that was refused before anything was planned. */
  public Path refuse() throws Exception {
    alert();
    append(
        new EntryDraft(
            STREAM, START, "pm42", "42218", changed(FlightState.PLANNING, FlightState.REFUSED)),
        new EntryDraft(
            STREAM, START, "pm42", "42218", changed(FlightState.REFUSED, FlightState.CLOSED)));
    FlightEnd end =
        new FlightEnd(
            FLIGHT, "I1", "REFUSED", START, "pm42", "42218", null, null, null, List.of(), null, 0,
            0);
    return written(close(end));
  }

  public Path flyWell() throws Exception {
    return fly(goodFlight());
  }

  CloseOutcome close(FlightEnd end) throws Exception {
    return log.close(end).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  static Path written(CloseOutcome outcome) {
    assertThat(outcome).isInstanceOf(CloseOutcome.Written.class);
    return ((CloseOutcome.Written) outcome).record();
  }

  List<Entry> append(EntryDraft... drafts) throws Exception {
    CompletableFuture<AppendOutcome> done = new CompletableFuture<>();
    journal.append(List.of(drafts), done::complete);
    return ((AppendOutcome.Durable) done.get(30, TimeUnit.SECONDS)).entries();
  }

  public String vkey() {
    return signer.key().toString();
  }

  Instant now() {
    return START.plusSeconds(seconds);
  }

  private final class HandScheduler implements Scheduler {
    @Override
    public Cancellable after(Duration delay, Runnable task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Cancellable every(Duration period, Runnable task) {
      tick = task;
      return () -> tick = () -> {};
    }
  }

  /** Frames of the recorded flight. */
  static List<byte[]> frames() throws IOException {
    List<byte[]> frames = new ArrayList<>();
    byte[] tlog = recorded();
    for (ByteBuffer buffer = ByteBuffer.wrap(tlog); buffer.hasRemaining(); ) {
      int at = buffer.position() + 8;
      int payload = tlog[at + 1] & 0xFF;
      boolean v2 = (tlog[at] & 0xFF) == 0xFD;
      int length = v2 ? payload + 12 + ((tlog[at + 2] & 1) * 13) : payload + 8;
      frames.add(Arrays.copyOfRange(tlog, at, at + length));
      buffer.position(at + length);
    }
    return frames;
  }

  static byte[] recorded() throws IOException {
    try (InputStream in = TestFlight.class.getResourceAsStream("arducopter-start.tlog")) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    worker.shutdownNow();
    journal.close();
  }
}
