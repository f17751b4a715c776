package org.vigie.planner.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.HomeError;

/** What every proof rests on: its steps and assumptions, and the values that no file holds. */
final class Basis {
  /** Steps in which something is looked at, with what they may miss, and errors assumed. */
  static final List<ProofBound> BOUNDS =
      List.of(
          new ProofBound(
              "return-piece",
              ReturnStretch.PIECE_M,
              "m",
              ReturnStretch.PIECE_M,
              "a leg nearest anywhere on a piece counts for all of it: both halves are allowed for"),
          new ProofBound(
              "return-position-error",
              ReturnStretch.ERROR_M,
              "m",
              2 * ReturnStretch.ERROR_M,
              "how far beside its line the aircraft may be when it picks a way home"),
          new ProofBound(
              "return-cost-piece",
              EnergyChecks.PIECE_M,
              "m",
              EnergyChecks.PIECE_M / 2,
              "ways home are reckoned from both ends of a piece, half a piece longer than they are"),
          new ProofBound(
              "ground-box",
              HeightChecks.BOX_M,
              "m",
              0,
              "boxes hold all ground below them: more ground beside the line may count, never less"),
          new ProofBound(
              "home-horizontal",
              HomeError.HORIZONTAL_M,
              "m",
              HomeError.HORIZONTAL_M,
              "LBA guide to the operational volume, S_GPS"),
          new ProofBound(
              "home-vertical",
              HomeError.VERTICAL_M,
              "m",
              HomeError.VERTICAL_M,
              "LBA guide to the operational volume, H_delta for heights from GNSS"));

  /** What only ArduCopter's proofs rest on. */
  static final List<ProofBound> ARDUCOPTER =
      List.of(
          new ProofBound(
              "plain-rtl-stretch",
              PlainReturnChecks.STRETCH_M,
              "m",
              PlainReturnChecks.STRETCH_M,
              "an unsafe stretch may be told so much longer at both ends, never shorter"),
          new ProofBound(
              "gnss-loss-pause",
              FailureChecks.PAUSE_S,
              "s",
              0,
              "ArduPilot ArduCopter config.h, LAND_WITH_DELAY_MS"),
          new ProofBound(
              "gnss-loss-coast",
              FailureChecks.COAST_S,
              "s",
              0,
              "recorded ArduCopter flight without GNSS: 24 m from 10 m/s"));

  private Basis() {}

  /** All of a proof's. */
  static List<ProofBound> bounds(AutopilotReading reading) {
    return Stream.concat(BOUNDS.stream(), reading.bounds().stream()).toList();
  }

  /**
   * Hash of site, aircraft, wind, limits, leave to enter zones, every zone and obstacle, and the
   * ground as far as it was asked for.
   */
  static ContentHash given(GivenWorld world) {
    ProofInputs inputs = world.inputs();
    Map<String, Object> values = new TreeMap<>();
    values.put("zones", GivenWorld.zonesHash(inputs.zones()));
    values.put("ground", world.groundHash());
    values.put("obstacles", world.obstaclesHash());
    values.put("site", inputs.site());
    values.put("aircraft", inputs.aircraft().toString());
    values.put("wind", inputs.wind());
    values.put("authorisedZones", new TreeSet<>(inputs.authorisedZones()));
    values.put("limits", limits(inputs.limits()));
    return CanonicalJson.hash(values);
  }

  private static Map<String, Object> limits(FlightLimits limits) {
    Map<String, Object> values = new TreeMap<>();
    values.put("maxHeightAglM", limits.maxHeightAglM());
    values.put("minHeightAglM", limits.minHeightAglM());
    values.put("fenceVerticesMax", limits.fenceVerticesMax());
    limits.area().ifPresent(area -> values.put("area", area));
    limits.vlosM().ifPresent(metres -> values.put("vlosM", metres));
    return values;
  }
}
