package org.vigie.groundstation.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * A flight of the live picture. Absent is unknown, or not yet.
 *
 * @param state as the station names it; a newer station may have more of them
 * @param reason code of why it came into this state, empty when nothing is to be said
 * @param verdict GO, GO_WITH_CONDITIONS or NO_GO
 * @param checks before take-off, none before they were made
 * @param lastOrder how the newest order to the aircraft is going, absent before the first
 * @param considered the aircraft that could have gone, the one that does first; none when there was
 *     nothing to choose
 * @param notPlanned why there is no plan, absent when there is one
 * @param concerns what supervision is concerned about
 * @param offer to whom the aircraft is offered, absent when to nobody
 * @param setUp what the station would correct in the aircraft's set-up, while the flight waits for
 *     its pilot to confirm that; absent else
 * @param scene what is looked at, and what may be done with it; absent on the ground
 */
public record LiveFlight(
    String flightId,
    String incidentId,
    String vehicleId,
    String siteId,
    String serviceId,
    String pilotId,
    String state,
    String reason,
    @Nullable String verdict,
    @Nullable String planHash,
    @Nullable String proofHash,
    @Nullable String decisionHash,
    @Nullable Instant stateSince,
    @Nullable PlanFigures plan,
    List<Check> checks,
    @Nullable Instant airborneSince,
    @Nullable Instant sceneSince,
    @Nullable LastOrder lastOrder,
    List<Considered> considered,
    @Nullable NotPlanned notPlanned,
    List<Concern> concerns,
    @Nullable Offer offer,
    @Nullable SetUp setUp,
    @Nullable Scene scene) {
  public LiveFlight {
    checks = List.copyOf(checks);
    considered = List.copyOf(considered);
    concerns = List.copyOf(concerns);
  }

  /**
   * The plan in figures; absent is unknown.
   *
   * @param batteryUsePercent by how much the flight lowers what the autopilot shows
   * @param batteryReservePercent what the autopilot shows when only the reserve is left
   */
  public record PlanFigures(
      double distanceM,
      double durationS,
      double toSceneS,
      double onSceneS,
      double energyWh,
      int items,
      @Nullable Double batteryUsePercent,
      @Nullable Double batteryReservePercent) {}

  /** One check before take-off, with both sides of the comparison. */
  public record Check(
      String check, boolean passed, boolean known, double value, double limit, String unit) {}

  /**
   * How an order ended.
   *
   * @param outcome code, empty while it is under way
   * @param said what the autopilot said around its refusal, empty when it said nothing
   * @param remaining codes of the orders that are still possible after a refusal
   */
  public record LastOrder(
      String commandId,
      String command,
      String outcome,
      boolean refused,
      String said,
      List<String> remaining) {}

  /**
   * An aircraft that could have gone.
   *
   * @param outcome code: CHOSEN, FIRST_READY, LATER and so on
   * @param reason code of why it did not go, empty when the outcome says it all
   * @param arrivalS seconds from the choice to the scene, absent when unknown
   */
  public record Considered(
      String vehicleId,
      String siteId,
      String outcome,
      String reason,
      String subject,
      Map<String, Double> values,
      @Nullable Double arrivalS) {}

  /**
   * A concern of the station's supervision.
   *
   * @param concern code
   * @param reaction WARN, HOLD or PROCEDURE
   * @param value what was found, in the unit
   * @param since when it was told as it is, absent from stations that do not say
   * @param setAside whether a pilot has decided in its knowledge
   */
  public record Concern(
      String concern,
      String reaction,
      double value,
      double limit,
      String unit,
      String subject,
      @Nullable Instant since,
      boolean setAside) {
    /**
     * Whether it asks to hold or to return. Such a concern bars going on until it is named, also
     * one that was set aside: what the pilot knew then may have got worse.
     */
    public boolean asks() {
      return !reaction.equals("WARN") && !reaction.equals("NONE");
    }
  }

  /**
   * An offer of authority.
   *
   * @param at when it was made, absent from stations that do not say
   */
  public record Offer(String to, @Nullable Instant at) {}

  /**
   * What differs from the set-up that the proof assumed, and what the station would write.
   *
   * @param hash of exactly these differences
   */
  public record SetUp(String hash, List<Difference> differences) {
    public SetUp {
      differences = List.copyOf(differences);
    }
  }

  /**
   * One parameter of the aircraft.
   *
   * @param found what it is, absent when the aircraft does not have it
   * @param needed what the proof assumed
   */
  public record Difference(String name, @Nullable Double found, double needed) {}

  /**
   * What is looked at.
   *
   * @param place where it was moved to, absent while it is where it was planned
   * @param extendedS by how many seconds the time on scene was made longer
   * @param moved whether it is another place than the planned one
   * @param why code of why not, empty when both are possible
   */
  public record Scene(
      @Nullable LatLon place,
      double extendedS,
      boolean moved,
      boolean canExtend,
      boolean canMove,
      String why) {}

  /** Why there is no plan, and what people could do, best first. */
  public record NotPlanned(
      String code, String subject, Map<String, Double> values, List<Possible> advice) {}

  /** What people could do so that there is a flight. */
  public record Possible(
      String code,
      String subject,
      @Nullable Instant at,
      @Nullable LatLon place,
      Map<String, Double> values) {}

  static @Nullable LiveFlight of(Members body) {
    if (body.text("flightId").isEmpty()) {
      return null;
    }
    return new LiveFlight(
        body.text("flightId"),
        body.text("incidentId"),
        body.text("vehicleId"),
        body.text("siteId"),
        body.text("serviceId"),
        body.text("pilotId"),
        body.text("state"),
        body.text("reason"),
        body.textOrNull("verdict"),
        body.textOrNull("planHash"),
        body.textOrNull("proofHash"),
        body.textOrNull("decisionHash"),
        body.instant("stateSince"),
        plan(body.in("plan")),
        body.list("checks", LiveFlight::check),
        body.instant("airborneSince"),
        body.instant("sceneSince"),
        order(body.in("lastOrder")),
        body.list("considered", LiveFlight::considered),
        notPlanned(body.in("notPlanned")),
        body.list("concerns", LiveFlight::concern),
        offer(body.in("offer")),
        setUp(body.in("setUp")),
        scene(body.in("scene")));
  }

  private static @Nullable Offer offer(Members offer) {
    return offer.text("to").isEmpty() ? null : new Offer(offer.text("to"), offer.instant("at"));
  }

  private static @Nullable SetUp setUp(Members setUp) {
    return setUp.text("hash").isEmpty()
        ? null
        : new SetUp(setUp.text("hash"), setUp.list("differences", LiveFlight::difference));
  }

  private static @Nullable Difference difference(Members one) {
    Double needed = one.numberOrNull("needed");
    return needed == null
        ? null
        : new Difference(one.text("name"), one.numberOrNull("found"), needed);
  }

  private static @Nullable Scene scene(Members scene) {
    return !scene.present()
        ? null
        : new Scene(
            scene.point("lat", "lon"),
            scene.number("extendedS", 0),
            scene.flag("moved"),
            scene.flag("canExtend"),
            scene.flag("canMove"),
            scene.text("why"));
  }

  private static @Nullable PlanFigures plan(Members plan) {
    return !plan.present()
        ? null
        : new PlanFigures(
            plan.number("distanceM", 0),
            plan.number("durationS", 0),
            plan.number("toSceneS", 0),
            plan.number("onSceneS", 0),
            plan.number("energyWh", 0),
            plan.whole("items"),
            plan.numberOrNull("batteryUsePercent"),
            plan.numberOrNull("batteryReservePercent"));
  }

  private static Check check(Members check) {
    return new Check(
        check.text("check"),
        check.flag("passed"),
        check.flag("known"),
        check.number("value", 0),
        check.number("limit", 0),
        check.text("unit"));
  }

  private static Concern concern(Members one) {
    return new Concern(
        one.text("concern"),
        one.text("reaction"),
        one.number("value", 0),
        one.number("limit", 0),
        one.text("unit"),
        one.text("subject"),
        one.instant("since"),
        one.flag("setAside"));
  }

  private static Considered considered(Members one) {
    return new Considered(
        one.text("vehicleId"),
        one.text("siteId"),
        one.text("outcome"),
        one.text("reason"),
        one.text("subject"),
        one.numbers("values"),
        one.numberOrNull("arrivalS"));
  }

  private static @Nullable NotPlanned notPlanned(Members none) {
    return !none.present()
        ? null
        : new NotPlanned(
            none.text("code"),
            none.text("subject"),
            none.numbers("values"),
            none.list(
                "advice",
                one ->
                    new Possible(
                        one.text("code"),
                        one.text("subject"),
                        one.instant("at"),
                        one.point("latDeg", "lonDeg"),
                        one.numbers("values"))));
  }

  private static @Nullable LastOrder order(Members order) {
    return !order.present()
        ? null
        : new LastOrder(
            order.text("commandId"),
            order.text("command"),
            order.text("outcome"),
            order.flag("refused"),
            order.text("said"),
            order.texts("remaining"));
  }
}
