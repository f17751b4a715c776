package org.vigie.groundstation.console.model;

import java.util.List;
import java.util.Map;
import org.vigie.geofence.geo.LatLon;

/** What a pilot has confirmed on exactly what was shown, and what is then sent. */
public sealed interface ConfirmedOrder {
  String flightId();

  /** Code of the deed, as the table of words has it. */
  String deed();

  /** Take-off of exactly this plan under exactly this decision. */
  record Clear(String flightId, String planHash, String decisionHash) implements ConfirmedOrder {
    @Override
    public String deed() {
      return "clear";
    }
  }

  /** The station corrects exactly these differences of the aircraft's set-up. */
  record SetUp(String flightId, String hash) implements ConfirmedOrder {
    @Override
    public String deed() {
      return "set-up";
    }
  }

  /**
   * The mission goes on against what supervision asks for.
   *
   * @param concerns all of those that were shown, each with what it asked for then
   */
  record Overrule(String flightId, Map<String, String> concerns) implements ConfirmedOrder {
    public Overrule {
      concerns = Map.copyOf(concerns);
    }

    /** Codes in a stable order. */
    public List<String> codes() {
      return concerns.keySet().stream().sorted().toList();
    }

    @Override
    public String deed() {
      return "resume";
    }
  }

  /**
   * The motors stop in the air.
   *
   * @param reason code
   */
  record Terminate(String flightId, String reason) implements ConfirmedOrder {
    @Override
    public String deed() {
      return "terminate";
    }
  }

  /** More time on scene. */
  record ExtendScene(String flightId) implements ConfirmedOrder {
    @Override
    public String deed() {
      return "extend-scene";
    }
  }

  /** Another place to look at. */
  record MoveScene(String flightId, LatLon to) implements ConfirmedOrder {
    @Override
    public String deed() {
      return "move-scene";
    }
  }
}
