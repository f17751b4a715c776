package org.vigie.groundstation.flightlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flightlog.basis.FlightBasis;
import org.vigie.groundstation.flightlog.basis.RecordInput;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.Entry;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.journal.seal.InclusionProof;
import org.vigie.groundstation.journal.seal.MerkleLog;
import org.vigie.groundstation.journal.seal.SealedCheckpoint;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/**
 * Closes flights: states what there is in a last entry, then writes the record.
 *
 * <p>The caller first finishes the flight's telemetry, then appends its last state change (to
 * CLOSED), then calls {@link #close}, and appends nothing more to the flight's stream. The closing
 * entry waits for all appends before it; the record is built once it is durable, at the journal's
 * size of that moment. Closing again, after a failure or a restart, appends no second closing entry
 * and overwrites no record. Thread-safe.
 */
public final class FlightLog {
  private static final String CLOSED = FlightClosed.class.getAnnotation(EventType.class).value();

  private static final String DECIDED = "flight.decided";

  private final Journal journal;
  private final Sealer sealer;
  private final Witnesses witnesses;
  private final Path records;
  private final Executor worker;

  /**
   * A flight log.
   *
   * @param sealer seals the journal at each flight's close
   * @param witnesses are waited for some seconds at each flight's close
   * @param records folder that gets one folder a flight
   * @param worker where records are read together and written; never the journal's thread
   */
  public FlightLog(
      Journal journal, Sealer sealer, Witnesses witnesses, Path records, Executor worker) {
    this.journal = journal;
    this.sealer = sealer;
    this.witnesses = witnesses;
    this.records = records;
    this.worker = worker;
  }

  /** Where the record of a flight is, or will be. */
  public Path folder(String flightId) {
    return records.resolve(StreamId.flight(flightId).id());
  }

  /** Closes a flight; completes on the worker. */
  public CompletionStage<CloseOutcome> close(FlightEnd end) {
    return barrier()
        .thenComposeAsync(ready -> closingEntry(end), worker)
        .thenComposeAsync(closing -> record(end, closing), worker)
        .exceptionally(
            failure -> new CloseOutcome.NotWritten(String.valueOf(failure.getMessage())));
  }

  private CompletionStage<List<Entry>> barrier() {
    return append(List.of());
  }

  private CompletionStage<List<Entry>> append(List<EntryDraft> drafts) {
    CompletableFuture<List<Entry>> durable = new CompletableFuture<>();
    try {
      journal.append(
          drafts,
          outcome -> {
            if (outcome instanceof AppendOutcome.Durable done) {
              durable.complete(done.entries());
            } else if (outcome instanceof AppendOutcome.Failed failed) {
              durable.completeExceptionally(new IOException(failed.reason()));
            }
          });
    } catch (IllegalStateException e) {
      durable.completeExceptionally(e);
    }
    return durable;
  }

  private CompletionStage<Entry> closingEntry(FlightEnd end) {
    StreamId stream = StreamId.flight(end.flightId());
    List<Entry> flight = journal.read(stream);
    if (!flight.isEmpty() && flight.get(flight.size() - 1).type().equals(CLOSED)) {
      return CompletableFuture.completedFuture(flight.get(flight.size() - 1));
    }
    long incident =
        end.incidentId().isEmpty() ? 0 : journal.read(StreamId.incident(end.incidentId())).size();
    FlightClosed closed =
        new FlightClosed(
            end.outcome(),
            end.incidentId(),
            flight.size() + 1L,
            incident,
            end.telemetryBytes(),
            end.telemetryFrames(),
            end.plan(),
            end.proof(),
            end.decision());
    EntryDraft draft = new EntryDraft(stream, end.at(), end.service(), end.commune(), closed);
    return append(List.of(draft)).thenApply(entries -> entries.get(0));
  }

  private CompletionStage<CloseOutcome> record(FlightEnd end, Entry closing) {
    Path folder = folder(end.flightId());
    if (Files.exists(folder)) {
      return CompletableFuture.completedFuture(new CloseOutcome.Written(folder));
    }
    if (closing.number() + 1 != closing.tree().path("entriesFlight").asLong()) {
      return notWritten(
          "something was appended to flight " + end.flightId() + " while it was being closed");
    }
    try {
      SealedCheckpoint own =
          sealer.seal().orElseThrow(() -> new IOException("the journal is empty"));
      return witnesses
          .cosigned(own)
          .thenApplyAsync(cosigned -> write(end, closing, cosigned), worker);
    } catch (IOException e) {
      return notWritten(folder + ": " + e.getMessage());
    }
  }

  private static CompletionStage<CloseOutcome> notWritten(String reason) {
    return CompletableFuture.completedFuture(new CloseOutcome.NotWritten(reason));
  }

  private CloseOutcome write(FlightEnd end, Entry closing, SealedCheckpoint own) {
    Path folder = folder(end.flightId());
    try {
      RecordContents contents = contents(end, closing, own);
      RecordFolder.write(FlightRecord.build(contents, sealer.signer()), folder);
      return new CloseOutcome.Written(folder);
    } catch (IOException e) {
      return new CloseOutcome.NotWritten(folder + ": " + e.getMessage());
    }
  }

  private RecordContents contents(FlightEnd end, Entry closing, SealedCheckpoint own)
      throws IOException {
    JsonNode closed = closing.tree();
    List<Entry> flight = journal.read(closing.stream());
    ContentHash basis = basis(flight);
    List<RecordInput> inputs = inputs(basis, end.inputs());
    List<Entry> entries = new ArrayList<>(flight);
    String incidentId = closed.path("incidentId").asText();
    if (!incidentId.isEmpty()) {
      List<Entry> incident = journal.read(StreamId.incident(incidentId));
      entries.addAll(incident.subList(0, closed.path("entriesIncident").asInt()));
    }
    entries.sort(Comparator.comparingLong(Entry::position));
    MerkleLog tree = sealer.tree();
    List<InclusionProof> proofs =
        entries.stream().map(entry -> tree.inclusion(entry.position(), own.size())).toList();
    return new RecordContents(
        sealer.signer().key().name(),
        end.flightId(),
        closed.path("outcome").asText(),
        closing.time(),
        entries,
        proofs,
        RecordSeal.since(flight.get(0).position(), own, sealer.store(), tree),
        documents(end, basis),
        inputs,
        inputs(inputs));
  }

  /** What proof and decision were worked out from; journals of earlier versions do not say. */
  private static @Nullable ContentHash basis(List<Entry> flight) {
    String last = "";
    for (Entry entry : flight) {
      if (entry.type().equals(DECIDED)) {
        last = entry.tree().path("basisHash").asText();
      }
    }
    return last.isEmpty() || last.equals("null") ? null : new ContentHash(last);
  }

  /** What the basis names, and what else the station knows of; each once. */
  private List<RecordInput> inputs(@Nullable ContentHash basis, List<RecordInput> more)
      throws IOException {
    Set<RecordInput> all = new LinkedHashSet<>();
    if (basis != null) {
      byte[] bytes = keptBytes(basis, FlightBasis.PART);
      all.addAll(
          CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8), FlightBasis.class).files());
    }
    all.addAll(more);
    return List.copyOf(all);
  }

  private Map<String, RecordBytes> documents(FlightEnd end, @Nullable ContentHash basis)
      throws IOException {
    Map<String, RecordBytes> documents = new HashMap<>();
    addDocument(documents, "plan.json", end.plan());
    addDocument(documents, "proof.json", end.proof());
    addDocument(documents, "decision.json", end.decision());
    addDocument(documents, FlightBasis.PART, basis);
    Path telemetry = end.telemetry();
    if (telemetry != null) {
      documents.put("telemetry.tlog", RecordBytes.of(telemetry));
    }
    return documents;
  }

  private void addDocument(
      Map<String, RecordBytes> documents, String name, @Nullable ContentHash hash)
      throws IOException {
    if (hash != null) {
      documents.put(name, kept(hash, name));
    }
  }

  private Map<String, RecordBytes> inputs(List<RecordInput> inputs) throws IOException {
    Map<String, RecordBytes> bytes = new HashMap<>();
    for (RecordInput input : inputs) {
      bytes.put(input.hash().hex(), kept(input.hash(), input.name()));
    }
    return bytes;
  }

  private RecordBytes kept(ContentHash hash, String name) throws IOException {
    return RecordBytes.of(keptBytes(hash, name));
  }

  private byte[] keptBytes(ContentHash hash, String name) throws IOException {
    return journal
        .findDocument(hash)
        .orElseThrow(
            () -> new IOException("the journal keeps no " + name + " under " + hash.hex()));
  }
}
