package org.vigie.groundstation.flight;

import java.util.List;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.CarryProgress;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.planner.plan.FlightPlan;

/**
 * From plan to aircraft: parameters, fence, rally and mission are given to it as one operation, of
 * whose four ends only one goes on to the checks.
 *
 * @param carried what was read back equal so far
 */
record Preparation(Carried carried) {
  static Preparation of(FlightPlan plan) {
    return new Preparation(Carried.nothingOf(plan));
  }

  /** What is asked of the aircraft. */
  static VehicleAct act(FlightPlan plan) {
    return new VehicleAct.Carry(Load.of(plan));
  }

  /** Takes a report in; those about something else are none of its business. */
  static void on(Turn turn, VehicleReport report) {
    if (report instanceof VehicleReport.CarryProgressed progressed) {
      progressed(turn, progressed.progress());
    } else if (report instanceof VehicleReport.CarryFinished finished) {
      finished(turn, finished.outcome());
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
      turn.prepared(new Preparation(Carried.allOf(turn.order().plan())));
      turn.go(FlightState.CHECKING, "read-back-equal");
    } else {
      turn.go(FlightState.REFUSED, "not-carried:" + ended.outcome() + ":" + ended.reason());
    }
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
    return new FlightEvent.TransferEnded("NEW", "", List.of());
  }
}
