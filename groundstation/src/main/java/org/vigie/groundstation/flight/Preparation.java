package org.vigie.groundstation.flight;

import java.util.List;
import org.vigie.groundstation.flight.Carried.Part;
import org.vigie.groundstation.vehicle.ListKind;
import org.vigie.groundstation.vehicle.MissionItemComparison;
import org.vigie.groundstation.vehicle.ParametersOutcome;
import org.vigie.groundstation.vehicle.TransferOutcome;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;

/**
 * From plan to aircraft: parameters, fence, rally and mission are sent one after the other, and then
 * all of them are read back and compared with the plan. ArduPilot writes items into live storage one by
 * one, so only the read-back says what the aircraft carries.
 *
 * @param stage what is under way
 * @param carried what was read back equal so far
 */
record Preparation(Stage stage, Carried carried) {
  /** In the order in which they are done. */
  enum Stage {
    SEND_PARAMETERS,
    SEND_FENCE,
    SEND_RALLY,
    SEND_MISSION,
    READ_FENCE,
    READ_RALLY,
    READ_MISSION,
    READ_PARAMETERS,
    DONE;

    private Stage next() {
      return values()[ordinal() + 1];
    }
  }

  static Preparation of(FlightPlan plan) {
    return new Preparation(Stage.SEND_PARAMETERS, Carried.nothingOf(plan));
  }

  /** What the stage under way asks of the aircraft. */
  static VehicleAct act(Stage stage, FlightPlan plan) {
    return switch (stage) {
      case SEND_PARAMETERS -> new VehicleAct.WriteParameters(plan.parameters());
      case SEND_FENCE -> new VehicleAct.Upload(ListKind.FENCE, plan.fence());
      case SEND_RALLY -> new VehicleAct.Upload(ListKind.RALLY, plan.rally());
      case SEND_MISSION -> new VehicleAct.Upload(ListKind.MISSION, plan.mission());
      case READ_FENCE -> new VehicleAct.Download(ListKind.FENCE);
      case READ_RALLY -> new VehicleAct.Download(ListKind.RALLY);
      case READ_MISSION -> new VehicleAct.Download(ListKind.MISSION);
      case READ_PARAMETERS ->
          new VehicleAct.ReadParameters(
              plan.parameters().stream().map(ParameterSetting::name).toList());
      case DONE -> throw new IllegalStateException("nothing is left to prepare");
    };
  }

  /** Takes a report in; those that answer another stage are none of its business. */
  static void on(Turn turn, VehicleReport report) {
    Preparation now = turn.preparation();
    FlightPlan plan = turn.order().plan();
    if (report instanceof VehicleReport.TransferFinished finished) {
      transfer(turn, now, finished, plan);
    } else if (report instanceof VehicleReport.ParametersFinished finished) {
      parameters(turn, now, finished.outcome(), plan);
    }
  }

  private static void transfer(
      Turn turn, Preparation now, VehicleReport.TransferFinished finished, FlightPlan plan) {
    boolean sending = now.stage.compareTo(Stage.READ_FENCE) < 0;
    if (finished.kind() != kind(now.stage)) {
      return;
    }
    List<MissionItem> planned = items(finished.kind(), plan);
    if (sending && finished.outcome() instanceof TransferOutcome.Accepted) {
      turn.event(new FlightEvent.Uploaded(finished.kind().name(), planned.size()));
      advance(turn, now.carried);
    } else if (!sending && finished.outcome() instanceof TransferOutcome.Received received) {
      List<String> differences =
          MissionItemComparison.differences(finished.kind(), planned, received.items());
      compared(turn, now, Part.valueOf(finished.kind().name()), received.items().size(), differences);
    } else {
      turn.go(
          FlightState.REFUSED,
          (sending ? "upload-failed:" : "read-back-failed:") + finished.kind().name());
    }
  }

  private static void parameters(
      Turn turn, Preparation now, ParametersOutcome outcome, FlightPlan plan) {
    if (!outcome.complete()) {
      turn.go(FlightState.REFUSED, "parameters-failed:" + outcome.firstFailed());
    } else if (now.stage == Stage.SEND_PARAMETERS) {
      turn.event(new FlightEvent.Uploaded(Part.PARAMETERS.name(), plan.parameters().size()));
      advance(turn, now.carried);
    } else if (now.stage == Stage.READ_PARAMETERS) {
      compared(
          turn,
          now,
          Part.PARAMETERS,
          outcome.values().size(),
          outcome.differencesFrom(plan.parameters()));
    }
  }

  private static void compared(
      Turn turn, Preparation now, Part part, int items, List<String> differences) {
    boolean equal = differences.isEmpty();
    turn.event(
        new FlightEvent.ReadBack(
            part.name(), items, now.carried.planHash(), equal, differences));
    if (equal) {
      advance(turn, now.carried.with(part));
    } else {
      turn.go(FlightState.REFUSED, "read-back-differs:" + part.name());
    }
  }

  private static void advance(Turn turn, Carried carried) {
    Preparation next = new Preparation(turn.preparation().stage.next(), carried);
    turn.prepared(next);
    if (next.stage == Stage.DONE) {
      turn.go(FlightState.CHECKING, "read-back-equal");
    } else {
      turn.act(act(next.stage, turn.order().plan()));
    }
  }

  private static ListKind kind(Stage stage) {
    return switch (stage) {
      case SEND_FENCE, READ_FENCE -> ListKind.FENCE;
      case SEND_RALLY, READ_RALLY -> ListKind.RALLY;
      default -> ListKind.MISSION;
    };
  }

  private static List<MissionItem> items(ListKind kind, FlightPlan plan) {
    return switch (kind) {
      case MISSION -> plan.mission();
      case FENCE -> plan.fence();
      case RALLY -> plan.rally();
    };
  }
}
