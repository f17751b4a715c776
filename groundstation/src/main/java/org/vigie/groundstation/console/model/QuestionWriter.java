package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/** Questions in words. Stateless. */
final class QuestionWriter {
  /** Codes of why motors are stopped in the air; the first when nothing else is chosen. */
  static final List<String> TERMINATE_REASONS =
      List.of("pilot", "fly-away", "people-in-danger", "fire");

  private final Texts texts;
  private final Quantities quantities;
  private final ConcernWords concerns;
  private final OrderWords orderWords;

  QuestionWriter(Texts texts, Quantities quantities) {
    this.texts = texts;
    this.quantities = quantities;
    this.concerns = new ConcernWords(texts, quantities);
    this.orderWords = new OrderWords(texts);
  }

  /** Nothing when the flight does not wait for its set-up to be confirmed. */
  Optional<Question> setUp(
      Situation situation, LiveFlight flight, double progress, OrderLog orders) {
    LiveFlight.SetUp setUp = flight.setUp();
    if (setUp == null) {
      return Optional.empty();
    }
    List<Question.Line> lines = new ArrayList<>();
    for (LiveFlight.Difference one : setUp.differences()) {
      Double found = one.found();
      lines.add(
          line(
              one.name(),
              texts.get(
                  "console.set-up.difference",
                  found == null ? texts.get("console.set-up.absent") : quantities.number(found),
                  quantities.number(one.needed()),
                  purpose(one.name()))));
    }
    String obstacle = obstacle(situation, flight);
    Optional<SentOrder> last =
        orders
            .newest(flight.flightId())
            .filter(order -> order.deed().equals("set-up") || order.deed().equals("refuse"));
    return Optional.of(
        new Question(
            Question.Kind.SET_UP,
            flight.flightId(),
            texts.get("console.set-up.title", flight.vehicleId(), setUp.differences().size()),
            Level.AMBER,
            lines,
            bar("console.set-up.hold", ConsoleKey.CLEAR, obstacle),
            obstacle.isEmpty() ? new ConfirmedOrder.SetUp(flight.flightId(), setUp.hash()) : null,
            progress,
            List.of(),
            last.map(orderWords::say).orElse(""),
            last.map(OrderWords::level).orElse(Level.NORMAL)));
  }

  /** A word for what a parameter is for, by its name or by the family that begins it. */
  private String purpose(String parameter) {
    String words = texts.name("console.set-up.for", parameter);
    if (!words.equals(parameter)) {
      return " \u00b7 " + words;
    }
    String family = parameter.split("_", 2)[0];
    String known = texts.name("console.set-up.for", family);
    return known.equals(family) ? "" : " \u00b7 " + known;
  }

  /** Nothing when no concern asks to hold or to return. */
  Optional<Question> overrule(Situation situation, LiveFlight flight, double progress) {
    List<LiveFlight.Concern> asking =
        flight.concerns().stream().filter(LiveFlight.Concern::asks).toList();
    if (asking.isEmpty()) {
      return Optional.empty();
    }
    List<Question.Line> lines = new ArrayList<>();
    for (LiveFlight.Concern concern : asking) {
      lines.add(new Question.Line(concerns.name(concern), concerns.brief(concern), Level.AMBER));
    }
    String obstacle = obstacle(situation, flight);
    Map<String, String> named =
        asking.stream()
            .collect(
                Collectors.toMap(
                    LiveFlight.Concern::concern,
                    LiveFlight.Concern::reaction,
                    (one, other) -> one));
    return Optional.of(
        ask(
            Question.Kind.OVERRULE,
            flight,
            texts.get("console.overrule.title", flight.vehicleId()),
            Level.AMBER,
            lines,
            bar("console.overrule.hold", ConsoleKey.RESUME, obstacle),
            obstacle.isEmpty() ? new ConfirmedOrder.Overrule(flight.flightId(), named) : null,
            progress,
            List.of()));
  }

  /**
   * What stopping the motors means; also while the live picture is away.
   *
   * @param left until the guard closes
   */
  Question terminate(LiveFlight flight, String reason, Duration left, double progress) {
    List<Question.Line> lines =
        List.of(
            new Question.Line(
                texts.get("console.terminate.what"),
                texts.get("console.terminate.what.value"),
                Level.RED));
    return ask(
        Question.Kind.TERMINATE,
        flight,
        texts.get("console.terminate.title", flight.vehicleId(), Math.max(0, left.toSeconds() + 1)),
        Level.RED,
        lines,
        texts.get("console.terminate.hold", ConsoleKey.TERMINATE.key()),
        new ConfirmedOrder.Terminate(flight.flightId(), reason),
        progress,
        TERMINATE_REASONS.stream()
            .map(
                code ->
                    new Question.Choice(
                        code, texts.name("console.terminate.reason", code), code.equals(reason)))
            .toList());
  }

  /**
   * What can be done with the scene; nothing when the flight has none.
   *
   * @param aim where it is to be moved to, absent while no place is chosen
   */
  Optional<Question> scene(Situation situation, LiveFlight flight, @Nullable LatLon aim) {
    LiveFlight.Scene scene = flight.scene();
    if (scene == null) {
      return Optional.empty();
    }
    List<Question.Line> lines = new ArrayList<>();
    LatLon place = looksAt(situation, flight);
    lines.add(
        line(
            texts.get("console.scene.place"),
            place == null
                ? "\u2014"
                : texts.get(
                    scene.moved() ? "console.scene.moved" : "console.scene.planned",
                    quantities.place(place))));
    lines.add(
        line(
            texts.get("console.scene.extended"),
            scene.extendedS() > 0
                ? texts.get("console.scene.extended.by", quantities.seconds(scene.extendedS()))
                : texts.get("console.scene.extended.not")));
    lines.add(
        line(
            texts.get("console.scene.new"),
            aim == null
                ? texts.get("console.scene.click")
                : quantities.place(aim)
                    + (place == null
                        ? ""
                        : " \u00b7 "
                            + texts.get(
                                "console.scene.away",
                                quantities.metres(Geodesics.distanceM(place, aim))))));
    String obstacle = obstacle(situation, flight);
    boolean can = aim == null ? scene.canExtend() : scene.canMove();
    if (obstacle.isEmpty() && !can) {
      obstacle =
          scene.why().isEmpty()
              ? texts.get("console.scene.not")
              : texts.name("order.outcome.refused", scene.why());
    }
    ConfirmedOrder order =
        aim == null
            ? new ConfirmedOrder.ExtendScene(flight.flightId())
            : new ConfirmedOrder.MoveScene(flight.flightId(), aim);
    return Optional.of(
        ask(
            Question.Kind.SCENE,
            flight,
            texts.get("console.scene.title", flight.vehicleId()),
            Level.NORMAL,
            lines,
            obstacle.isEmpty()
                ? texts.get(aim == null ? "console.scene.enter.extend" : "console.scene.enter.move")
                : obstacle,
            obstacle.isEmpty() ? order : null,
            0,
            List.of()));
  }

  /** Where the scene is now: where it was moved to, or as the plan has it. */
  static @Nullable LatLon looksAt(Situation situation, LiveFlight flight) {
    LiveFlight.Scene scene = flight.scene();
    if (scene != null && scene.place() != null) {
      return scene.place();
    }
    PlanDocument plan = situation.documents(flight.flightId()).plan();
    return plan == null ? null : plan.target();
  }

  private static Question ask(
      Question.Kind kind,
      LiveFlight flight,
      String title,
      Level level,
      List<Question.Line> lines,
      String bar,
      @Nullable ConfirmedOrder order,
      double progress,
      List<Question.Choice> choices) {
    return new Question(
        kind,
        flight.flightId(),
        title,
        level,
        lines,
        bar,
        order,
        progress,
        choices,
        "",
        Level.NORMAL);
  }

  private static Question.Line line(String label, String value) {
    return new Question.Line(label, value, Level.NORMAL);
  }

  private String bar(String key, ConsoleKey held, String obstacle) {
    return obstacle.isEmpty() ? texts.get(key, held.key()) : obstacle;
  }

  /** Why this person cannot add risk to this flight now, empty when they can. */
  private String obstacle(Situation situation, LiveFlight flight) {
    if (!situation.fresh()) {
      return texts.get("console.clearance.stale");
    }
    Who who = situation.who();
    if (who == null) {
      return texts.get("console.question.unknown-person");
    }
    return who.personId().equals(flight.pilotId())
        ? ""
        : texts.get("console.question.not-yours", flight.pilotId());
  }
}
