package org.vigie.groundstation.vehicle.protocol;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Gives a vehicle mission, fence, rally points and parameters as one operation with an honest end.
 *
 * <pre>
 * read lists --> write parameters, fence, rally, mission --> read all back --equal--> NEW
 *                          | a part fails: the rest is left  |--as before--> OLD
 *                          '-------------------------------> |--else, once: write what was before,
 *                                                            |  read all back: OLD or MIXED
 *                                                            '--cannot be read--> UNKNOWN
 * </pre>
 *
 * ArduPilot writes items into live storage one by one, PX4 stages each list but not all together,
 * and an acknowledgement may be lost: only what is read back counts. Nothing is written to a
 * vehicle that is armed: it would fly what is half-written.
 */
public final class CarryMachine implements Machine<CarryOutcome> {
  /** A different list differs almost everywhere: the first few tell enough. */
  static final int DIFFERENCES_MAX = 10;

  private static final List<ListKind> KINDS =
      List.of(ListKind.FENCE, ListKind.RALLY, ListKind.MISSION);

  private enum Phase {
    READING_BEFORE,
    WRITING,
    READING_BACK,
    ENDED
  }

  private final Stages<CarryOutcome> stages = new Stages<>();
  private final Peer peer;
  private final TransferHabits habits;
  private final LoadComparison comparison;
  private final Load load;
  private final Consumer<CarryProgress> progress;
  private final Map<ListKind, List<StoredItem>> before = new EnumMap<>(ListKind.class);
  private final Map<ListKind, List<StoredItem>> found = new EnumMap<>(ListKind.class);
  private final Deque<ListKind> todo = new ArrayDeque<>();
  private List<ParameterSetting> parametersBefore = List.of();
  private Phase phase = Phase.READING_BEFORE;
  private boolean puttingBack;
  private String why = "";

  /**
   * @param progress told at each step
   */
  public CarryMachine(
      Peer peer, TransferHabits habits, Load load, Consumer<CarryProgress> progress) {
    this.peer = peer;
    this.habits = habits;
    this.comparison = new LoadComparison(habits.itemZeroIsHome());
    this.load = load;
    this.progress = progress;
  }

  @Override
  public Advance<CarryOutcome> start(Instant now) {
    todo.addAll(KINDS);
    return readNext(now);
  }

  @Override
  public Advance<CarryOutcome> onMessage(VehicleMessage message, Instant now) {
    if (phase == Phase.ENDED) {
      return Advance.nothing();
    }
    boolean armed = message instanceof Heartbeat heartbeat && heartbeat.armed();
    return armed ? stop("armed") : stages.onMessage(message, now);
  }

  @Override
  public Advance<CarryOutcome> onTick(Instant now) {
    return phase == Phase.ENDED ? Advance.nothing() : stages.onTick(now);
  }

  @Override
  public Advance<CarryOutcome> cancel() {
    return phase == Phase.ENDED ? Advance.nothing() : stop("cancelled");
  }

  /** Gives the new load up: what was there before is put back. */
  public Advance<CarryOutcome> abandon(Instant now) {
    if (phase == Phase.ENDED || puttingBack) {
      return Advance.nothing();
    }
    if (phase == Phase.READING_BEFORE) {
      return stop("abandoned");
    }
    fail("abandoned");
    Advance<?> cancelled = stages.cancel();
    if (phase == Phase.WRITING && cancelled.ended() instanceof ParametersOutcome outcome) {
      parametersBefore = outcome.before();
    }
    return Stages.after(
        cancelled.send(), phase == Phase.READING_BACK ? putBack(now) : readBack(now));
  }

  private Advance<CarryOutcome> stop(String code) {
    return Stages.after(stages.cancel().send(), end(new CarryOutcome.Unknown(code)));
  }

  private Advance<CarryOutcome> end(CarryOutcome outcome) {
    phase = Phase.ENDED;
    return Advance.end(outcome);
  }

  private void fail(String code) {
    why = why.isEmpty() ? code : why;
  }

  // what is there

  private Advance<CarryOutcome> readNext(Instant now) {
    ListKind kind = todo.poll();
    if (kind != null) {
      return stages.run(
          new DownloadMachine(peer, kind, habits.readAhead()),
          (outcome, at) -> onRead(kind, outcome, at),
          now);
    }
    if (phase == Phase.READING_BACK) {
      return stages.run(
          ParameterMachine.reading(peer, habits.coding(), load.names()),
          this::onParametersRead,
          now);
    }
    phase = Phase.WRITING;
    return stages.run(
        ParameterMachine.writing(peer, habits.coding(), load.parameters()),
        this::onParametersWritten,
        now);
  }

  private Advance<CarryOutcome> onRead(ListKind kind, TransferOutcome outcome, Instant now) {
    if (!(outcome instanceof TransferOutcome.Received received)) {
      fail("not-read:" + kind + ":" + outcome.code());
      return end(new CarryOutcome.Unknown(why));
    }
    if (phase == Phase.READING_BACK) {
      found.put(kind, received.items());
      List<String> differences = comparison.list(load, kind, received.items());
      progress.accept(
          new CarryProgress.ReadBack(LoadPart.of(kind), received.items().size(), differences));
    } else {
      before.put(kind, received.items());
    }
    return readNext(now);
  }

  // the new load

  private Advance<CarryOutcome> onParametersWritten(ParametersOutcome outcome, Instant now) {
    parametersBefore = outcome.before();
    List<String> differences = comparison.parameters(load.parameters(), parametersBefore);
    if (!differences.isEmpty()) {
      progress.accept(new CarryProgress.SetUpDiffers(differences));
    }
    if (!(outcome instanceof ParametersOutcome.Complete)) {
      fail("parameters-failed:" + outcome.code());
      return readBack(now);
    }
    progress.accept(new CarryProgress.Written(LoadPart.PARAMETERS, load.parameters().size()));
    todo.addAll(KINDS);
    return writeNext(now);
  }

  private Advance<CarryOutcome> writeNext(Instant now) {
    ListKind kind = todo.poll();
    if (kind == null) {
      return readBack(now);
    }
    List<StoredItem> items = puttingBack ? before.getOrDefault(kind, List.of()) : load.items(kind);
    return stages.run(
        new UploadMachine(peer, kind, items), (outcome, at) -> onWritten(kind, outcome, at), now);
  }

  private Advance<CarryOutcome> onWritten(ListKind kind, TransferOutcome outcome, Instant now) {
    if (outcome instanceof TransferOutcome.Accepted) {
      if (!puttingBack) {
        progress.accept(new CarryProgress.Written(LoadPart.of(kind), load.items(kind).size()));
      }
      return writeNext(now);
    }
    fail("upload-failed:" + kind + ":" + outcome.code());
    if (!puttingBack) {
      todo.clear(); // the rest would only add to the mix
    }
    return writeNext(now);
  }

  // what is there now

  private Advance<CarryOutcome> readBack(Instant now) {
    phase = Phase.READING_BACK;
    todo.clear();
    todo.addAll(KINDS);
    found.clear();
    return readNext(now);
  }

  private Advance<CarryOutcome> onParametersRead(ParametersOutcome outcome, Instant now) {
    List<String> lost = comparison.unread(parametersBefore, outcome.values());
    if (!lost.isEmpty()) {
      fail("not-read:PARAMETERS:" + String.join(",", lost));
      return end(new CarryOutcome.Unknown(why));
    }
    Load there = new Load(found, outcome.values());
    List<String> differences = comparison.parameters(load.parameters(), outcome.values());
    progress.accept(
        new CarryProgress.ReadBack(LoadPart.PARAMETERS, outcome.values().size(), differences));
    List<String> all = comparison.all(load, there);
    if (all.isEmpty()) {
      return end(new CarryOutcome.New());
    }
    fail("read-back-differs:" + all.get(0));
    if (comparison.all(new Load(before, parametersBefore), there).isEmpty()) {
      return end(new CarryOutcome.Old(why));
    }
    if (!puttingBack) {
      return putBack(now);
    }
    return end(new CarryOutcome.Mixed(why, all.stream().limit(DIFFERENCES_MAX).toList()));
  }

  private Advance<CarryOutcome> putBack(Instant now) {
    puttingBack = true;
    phase = Phase.WRITING;
    progress.accept(new CarryProgress.PuttingBack(why));
    return stages.run(
        ParameterMachine.writing(peer, habits.coding(), parametersBefore),
        (outcome, at) -> {
          todo.clear();
          todo.addAll(KINDS);
          return writeNext(at);
        },
        now);
  }
}
