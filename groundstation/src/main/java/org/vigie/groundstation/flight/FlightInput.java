package org.vigie.groundstation.flight;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.watch.ConcernKind;
import org.vigie.groundstation.flight.watch.ZonesAgainst;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.replan.SceneMove;

/** What a flight reacts to. */
public sealed interface FlightInput {
  /**
   * A new flight: upload it.
   *
   * @param left the parameters that this station left in the aircraft on its last flight; what
   *     differs from the plan beside these, the pilot confirms first
   */
  record Begin(FlightOrder order, List<ParameterSetting> left) implements FlightInput {
    public Begin {
      left = List.copyOf(left);
    }

    /** The first flight of an aircraft. */
    public Begin(FlightOrder order) {
      this(order, List.of());
    }
  }

  /** The pilot confirmed, durably, that the station may correct these differences of set-up. */
  record ConfirmSetUp(String by, ContentHash hash) implements FlightInput {}

  /**
   * A flight that an earlier life of the station had begun: find out where it stands.
   *
   * @param guidedFor the order for which that life last flew it by places, empty when for none
   * @param sceneMoved whether its scene was moved
   */
  record Resume(FlightOrder order, FlightState journalled, String guidedFor, boolean sceneMoved)
      implements FlightInput {
    /** One that flew its mission. */
    public Resume(FlightOrder order, FlightState journalled) {
      this(order, journalled, "", false);
    }
  }

  /** The pilot cleared take-off, durably. */
  record Clear(Clearance clearance) implements FlightInput {}

  /** The pilot refused take-off. */
  record Refuse(String by, String reason) implements FlightInput {}

  /**
   * The pilot orders the aircraft.
   *
   * @param overrules concerns that ask to hold or return, which the pilot knows of and sets aside;
   *     only going on with the mission needs them named
   * @param why code of why, empty when nobody said
   */
  record Order(
      String commandId, PilotCommand command, String by, Set<ConcernKind> overrules, String why)
      implements FlightInput {
    public Order {
      overrules = Set.copyOf(overrules);
    }

    /** An order that sets nothing aside, of which nobody said why. */
    public Order(String commandId, PilotCommand command, String by) {
      this(commandId, command, by, Set.of(), "");
    }

    /** How the journal writes that it was given. */
    FlightEvent.Commanded commanded() {
      return new FlightEvent.Commanded(commandId, command.code(), by, why.isEmpty() ? null : why);
    }
  }

  /** Stay on scene for one more round, or for the hover's time again. */
  record ExtendScene(String commandId, String by) implements FlightInput {}

  /**
   * Look at another place, from where that was found to be seen.
   *
   * @param askedAt when the pilot asked for it: whatever was ordered since then comes first
   */
  record MoveScene(String commandId, String by, SceneMove.Found found, Instant askedAt)
      implements FlightInput {}

  /**
   * Zones were read anew and held against the flight's plan.
   *
   * @param against absent when they allow it
   */
  record ZonesJudged(ContentHash planHash, @Nullable ZonesAgainst against) implements FlightInput {}

  /** Somebody wants to know which logs lie on the aircraft's card; for the shell. */
  record ListLogs() implements FlightInput {}

  /** Somebody wants a log of the aircraft's card; for the shell. */
  record FetchLog(int id, String by) implements FlightInput {}

  /** Who else is in the air around. */
  record Around(List<Traffic> others) implements FlightInput {
    public Around {
      others = List.copyOf(others);
    }
  }

  /** The pilot's console is there. */
  record PilotSeen() implements FlightInput {}

  /** The vehicle has news. */
  record News(VehicleReport report) implements FlightInput {}

  /** The journal answered; for the shell, not for the machine. */
  record Journalled(long ticket, AppendOutcome outcome) implements FlightInput {}

  /** The journal could not take what had to be durable first; the risk was not taken. */
  record JournalFailed(String reason) implements FlightInput {}
}
