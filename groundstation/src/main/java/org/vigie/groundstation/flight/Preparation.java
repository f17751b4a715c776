package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CarryProgress;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.ParameterSetting;

/**
 * From plan to aircraft. First its parameters are read: values that the proof does not assume and
 * that nobody at this station put there wait for the pilot's word, and are read again after it.
 * Then parameters, fence, rally and mission are given to it as one operation, of whose four ends
 * only one goes on to the checks.
 *
 * <pre>
 * READING -> CARRYING      as proven, or as this station left it, or exactly what was confirmed
 * READING -> WAITING -> READING
 * </pre>
 *
 * @param carried what was read back equal so far
 * @param since when this stage began
 * @param left what this station left in the aircraft on its last flight
 * @param hash of the differences that are shown, or that the pilot has confirmed
 */
record Preparation(
    Carried carried,
    Stage stage,
    Instant since,
    List<ParameterSetting> left,
    @Nullable ContentHash hash) {
  /**
   * Sixty parameters and fifty items over a radio that loses a fifth take up to four minutes; after
   * that the aircraft gets back what it had. Reading alone is bounded by the same.
   */
  static final Duration UPLOADING_MAX = Duration.ofMinutes(5);

  /**
   * An incident waits: a pilot who has not decided about a set-up by then will not, and the
   * aircraft is free for another flight.
   */
  static final Duration SET_UP_MAX = Duration.ofMinutes(10);

  enum Stage {
    READING,
    WAITING,
    CARRYING
  }

  Preparation {
    left = List.copyOf(left);
  }

  static Preparation of(FlightPlan plan, Instant now) {
    return new Preparation(Carried.nothingOf(plan), Stage.READING, now, List.of(), null);
  }

  /** Asks the aircraft how it is set up. */
  static void begin(Turn turn, List<ParameterSetting> left) {
    read(turn, left, null);
  }

  private static void read(
      Turn turn, List<ParameterSetting> left, @Nullable ContentHash confirmed) {
    FlightPlan plan = turn.order().plan();
    turn.prepared(
        new Preparation(Carried.nothingOf(plan), Stage.READING, turn.now(), left, confirmed));
    turn.act(
        new VehicleAct.ReadParameters(
            plan.parameters().stream().map(ParameterSetting::name).toList()));
  }

  /** Whether the pilot is asked about the set-up. */
  boolean waits() {
    return stage == Stage.WAITING;
  }

  /**
   * The pilot has confirmed differences. They are read again: what changed since then nobody has
   * confirmed.
   */
  static void confirmed(Turn turn, ContentHash hash) {
    Preparation now = turn.preparation();
    if (turn.state() == FlightState.UPLOADING && now.waits() && hash.equals(now.hash)) {
      read(turn, now.left, hash);
    }
  }

  /** Takes a report in; those about something else are none of its business. */
  static void on(Turn turn, VehicleReport report) {
    Preparation now = turn.preparation();
    boolean late = Duration.between(now.since, turn.now()).compareTo(now.max()) > 0;
    if (late) {
      turn.go(FlightState.REFUSED, now.waits() ? "set-up-not-confirmed" : "upload-too-slow");
    } else if (report instanceof VehicleReport.ParametersFinished finished) {
      if (now.stage == Stage.READING && !finished.written()) {
        found(turn, finished.outcome());
      }
    } else if (report instanceof VehicleReport.CarryProgressed progressed) {
      progressed(turn, progressed.progress());
    } else if (report instanceof VehicleReport.CarryFinished finished) {
      finished(turn, finished.outcome());
    }
  }

  private Duration max() {
    return waits() ? SET_UP_MAX : UPLOADING_MAX;
  }

  /** One that was cancelled was an earlier flight's, or is this one's end. */
  private static void found(Turn turn, ParametersOutcome outcome) {
    if (outcome instanceof ParametersOutcome.Cancelled) {
      return;
    }
    if (!(outcome instanceof ParametersOutcome.Complete complete)) {
      turn.go(FlightState.REFUSED, "set-up-not-read:" + outcome.code());
      return;
    }
    Preparation now = turn.preparation();
    FlightPlan plan = turn.order().plan();
    SetUp setUp = SetUp.compare(plan.parameters(), complete.values(), now.left);
    ContentHash hash = setUp.hash();
    boolean goesOn = setUp.differences().isEmpty() || hash.equals(now.hash);
    turn.prepared(
        new Preparation(
            now.carried,
            goesOn ? Stage.CARRYING : Stage.WAITING,
            turn.now(),
            now.left,
            goesOn ? null : hash));
    if (goesOn) {
      turn.act(new VehicleAct.Carry(Load.of(plan)));
    } else {
      turn.event(new FlightEvent.SetUpDiffers(hash, setUp.differences()));
    }
  }

  private static void progressed(Turn turn, CarryProgress progress) {
    if (progress instanceof CarryProgress.SetUpDiffers set) {
      turn.event(new FlightEvent.SetUpChanged(set.differences()));
    } else if (progress instanceof CarryProgress.Written written) {
      turn.event(new FlightEvent.Uploaded(written.part().name(), written.items()));
    } else if (progress instanceof CarryProgress.ReadBack read) {
      turn.event(
          new FlightEvent.ReadBack(
              read.part().name(),
              read.items(),
              turn.preparation().carried().planHash(),
              read.differences().isEmpty(),
              read.differences()));
    } else if (progress instanceof CarryProgress.PuttingBack back) {
      turn.event(new FlightEvent.PuttingBack(back.why()));
    }
  }

  private static void finished(Turn turn, CarryOutcome outcome) {
    FlightEvent.TransferEnded ended = ended(outcome);
    turn.event(ended);
    if (outcome instanceof CarryOutcome.New) {
      turn.prepared(turn.preparation().carrying(Carried.allOf(turn.order().plan())));
      turn.go(FlightState.CHECKING, "read-back-equal");
    } else {
      turn.go(FlightState.REFUSED, "not-carried:" + ended.outcome() + ":" + ended.reason());
    }
  }

  private Preparation carrying(Carried now) {
    return new Preparation(now, stage, since, left, hash);
  }

  /** How the journal writes what an aircraft carries. */
  static FlightEvent.TransferEnded ended(CarryOutcome outcome) {
    if (outcome instanceof CarryOutcome.Old old) {
      return new FlightEvent.TransferEnded("OLD", old.why(), List.of());
    } else if (outcome instanceof CarryOutcome.Mixed mixed) {
      return new FlightEvent.TransferEnded("MIXED", mixed.why(), mixed.differences());
    } else if (outcome instanceof CarryOutcome.Unknown unknown) {
      return new FlightEvent.TransferEnded("UNKNOWN", unknown.why(), List.of());
    }
    return new FlightEvent.TransferEnded(FlightEvent.TransferEnded.NEW, "", List.of());
  }
}
