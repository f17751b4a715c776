package org.vigie.groundstation.flight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.Carried.Part;
import org.vigie.groundstation.vehicle.MissionItemComparison;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.ParametersOutcome;
import org.vigie.groundstation.vehicle.protocol.TransferOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;

/**
 * From plan to aircraft: parameters, fence, rally and mission are sent one after the other, and
 * then all of them are read back and compared with the plan. ArduPilot writes items into live
 * storage one by one, so only the read-back says what the aircraft carries.
 *
 * @param stage what is under way
 * @param carried what was read back equal so far
 */
record Preparation(Stage stage, Carried carried) {
  /** In the order in which they are done. */
  enum Stage {
    SEND_PARAMETERS(true, null),
    SEND_FENCE(true, ListKind.FENCE),
    SEND_RALLY(true, ListKind.RALLY),
    SEND_MISSION(true, ListKind.MISSION),
    READ_FENCE(false, ListKind.FENCE),
    READ_RALLY(false, ListKind.RALLY),
    READ_MISSION(false, ListKind.MISSION),
    READ_PARAMETERS(false, null),
    DONE(false, null);

    private final boolean sending;
    private final @Nullable ListKind kind;

    Stage(boolean sending, @Nullable ListKind kind) {
      this.sending = sending;
      this.kind = kind;
    }

    private Stage next() {
      return switch (this) {
        case SEND_PARAMETERS -> SEND_FENCE;
        case SEND_FENCE -> SEND_RALLY;
        case SEND_RALLY -> SEND_MISSION;
        case SEND_MISSION -> READ_FENCE;
        case READ_FENCE -> READ_RALLY;
        case READ_RALLY -> READ_MISSION;
        case READ_MISSION -> READ_PARAMETERS;
        case READ_PARAMETERS, DONE -> DONE;
      };
    }
  }

  /** A different list differs almost everywhere: the first few tell enough. */
  private static final int DIFFERENCES_MAX = 10;

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
      parameters(turn, now, finished, plan);
    }
  }

  private static void transfer(
      Turn turn, Preparation now, VehicleReport.TransferFinished finished, FlightPlan plan) {
    boolean sending = finished.upload();
    if (finished.kind() != now.stage.kind || sending != now.stage.sending) {
      return;
    }
    List<MissionItem> planned = items(finished.kind(), plan);
    if (sending && finished.outcome() instanceof TransferOutcome.Accepted) {
      turn.event(new FlightEvent.Uploaded(finished.kind().name(), planned.size()));
      advance(turn, now.carried);
    } else if (!sending && finished.outcome() instanceof TransferOutcome.Received received) {
      boolean homeFirst = finished.kind() == ListKind.MISSION && turn.profile().itemZeroIsHome();
      List<String> differences =
          MissionItemComparison.compare(planned, received.items(), homeFirst).stream()
              .map(d -> d.seq() + "." + d.field() + " " + d.wanted() + " " + d.stored())
              .limit(DIFFERENCES_MAX)
              .toList();
      compared(
          turn, now, Part.valueOf(finished.kind().name()), received.items().size(), differences);
    } else {
      turn.go(
          FlightState.REFUSED,
          (sending ? "upload-failed:" : "read-back-failed:")
              + finished.kind().name()
              + ":"
              + finished.outcome().getClass().getSimpleName());
    }
  }

  private static void parameters(
      Turn turn, Preparation now, VehicleReport.ParametersFinished finished, FlightPlan plan) {
    if (now.stage.kind != null || finished.written() != now.stage.sending) {
      return;
    }
    if (!(finished.outcome() instanceof ParametersOutcome.Complete complete)) {
      turn.go(FlightState.REFUSED, "parameters-failed:" + failed(finished.outcome()));
    } else if (now.stage == Stage.SEND_PARAMETERS) {
      turn.event(new FlightEvent.Uploaded(Part.PARAMETERS.name(), plan.parameters().size()));
      advance(turn, now.carried);
    } else {
      compared(
          turn,
          now,
          Part.PARAMETERS,
          complete.values().size(),
          differences(plan.parameters(), complete.values()));
    }
  }

  private static String failed(ParametersOutcome outcome) {
    return outcome instanceof ParametersOutcome.Incomplete incomplete
        ? String.join(",", incomplete.different()) + "/" + String.join(",", incomplete.unanswered())
        : "cancelled";
  }

  /** Every planned parameter that the aircraft does not hold exactly as planned. */
  private static List<String> differences(
      List<ParameterSetting> planned, List<ParameterSetting> found) {
    return planned.stream()
        .filter(setting -> !found.contains(setting))
        .map(ParameterSetting::name)
        .toList();
  }

  private static void compared(
      Turn turn, Preparation now, Part part, int items, List<String> differences) {
    boolean equal = differences.isEmpty();
    turn.event(
        new FlightEvent.ReadBack(part.name(), items, now.carried.planHash(), equal, differences));
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

  private static List<MissionItem> items(ListKind kind, FlightPlan plan) {
    return switch (kind) {
      case MISSION -> plan.mission();
      case FENCE -> plan.fence();
      case RALLY -> plan.rally();
    };
  }
}
