package org.vigie.simulator.autopilot.px4;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * PX4's failsafe framework: causes ask for actions, the worst one counts, first as a hold of
 * COM_FAIL_ACT_T in which a person may take over. A mode change that is accepted suppresses what is
 * going on until something new happens.
 *
 * @source PX4 failsafe/framework.cpp, failsafe.cpp; recordings p1, p1b, p2, p4, p4b, p5
 */
final class Failsafes {
  private final Px4Craft craft;
  private final Predicate<Px4Mode> canRun;
  private final Map<FailsafeCause, FailsafeAction> asked = new EnumMap<>(FailsafeCause.class);
  private final Set<FailsafeCause> failing = EnumSet.noneOf(FailsafeCause.class);
  private FailsafeAction now = FailsafeAction.NONE;
  private double delayS;
  private double startDelayS = Double.NaN;
  private boolean takenOver;
  private FailsafeCause worst = FailsafeCause.MODE_FALLBACK;

  Failsafes(Px4Craft craft, Predicate<Px4Mode> canRun) {
    this.craft = craft;
    this.canRun = canRun;
  }

  private double configuredDelayS() {
    return craft.params.get("COM_FAIL_ACT_T", 0, 25);
  }

  /** Says how a cause stands. */
  void check(FailsafeCause cause, boolean bad, FailsafeAction action) {
    boolean fresh = bad && failing.add(cause);
    if (!bad && failing.remove(cause) && !cause.kept()) {
      asked.remove(cause);
    }
    if (fresh && action != FailsafeAction.NONE) {
      asked.put(cause, action);
      takenOver = false;
      if (cause != FailsafeCause.MODE_FALLBACK && delayS == 0) {
        delayS = startDelayS;
      }
    } else if (bad && cause == FailsafeCause.MODE_FALLBACK && asked.containsKey(cause)) {
      asked.put(cause, action);
    }
  }

  /** One turn: which action is in force. */
  FailsafeAction update(Px4Mode intended, double dtS) {
    if (Double.isNaN(startDelayS)) {
      startDelayS = configuredDelayS();
    }
    if (!craft.armed) {
      asked.clear();
      takenOver = false;
      delayS = 0;
    }
    delayS = Math.max(0, delayS - dtS);
    FailsafeAction before = now;
    FailsafeAction selected = select();
    FailsafeAction delayed = FailsafeAction.NONE;
    if (now == FailsafeAction.TERMINATE) {
      selected = FailsafeAction.TERMINATE; // never clears
    } else if (takenOver) {
      selected = FailsafeAction.NONE;
    } else if (milder(selected, intended)) {
      selected = FailsafeAction.WARN;
    } else if (delays(selected, intended)) {
      delayed = selected;
      selected = FailsafeAction.HOLD;
    }
    now = selected;
    boolean acting = selected.worseThan(FailsafeAction.WARN);
    startDelayS =
        acting
            ? Math.max(0, startDelayS - dtS)
            : Math.min(configuredDelayS(), startDelayS + dtS / 4);
    if (acting && selected.worseThan(before)) {
      tell(intended, selected, delayed);
    }
    return now;
  }

  /** What lands already does not return; what lands precisely does not land elsewhere. */
  private boolean milder(FailsafeAction selected, Px4Mode intended) {
    boolean returns = selected == FailsafeAction.RTL;
    return (intended == Px4Mode.LAND && returns && canRun.test(Px4Mode.LAND))
        || (intended == Px4Mode.PRECISION_LANDING
            && (returns || selected == FailsafeAction.LAND)
            && canRun.test(Px4Mode.PRECISION_LANDING));
  }

  private boolean delays(FailsafeAction selected, Px4Mode intended) {
    boolean already = selected == FailsafeAction.RTL && intended == Px4Mode.RTL;
    return delayS > 0
        && worst != FailsafeCause.MODE_FALLBACK
        && !already
        && (selected == FailsafeAction.RTL || selected == FailsafeAction.LAND)
        && canRun.test(Px4Mode.HOLD);
  }

  private FailsafeAction select() {
    FailsafeAction selected = FailsafeAction.NONE;
    for (Map.Entry<FailsafeCause, FailsafeAction> entry : asked.entrySet()) {
      if (entry.getValue().worseThan(selected)) {
        selected = entry.getValue();
        worst = entry.getKey();
      }
    }
    if (selected == FailsafeAction.FALLBACK_POSITION && !canRun.test(Px4Mode.POSCTL)) {
      selected = FailsafeAction.FALLBACK_ALTITUDE;
    }
    boolean byHand = selected.mode(Px4Mode.HOLD).needsSticks();
    if (byHand && !canRun.test(selected.mode(Px4Mode.HOLD))) {
      selected = FailsafeAction.HOLD;
    }
    if (selected == FailsafeAction.HOLD && !canRun.test(Px4Mode.HOLD)) {
      selected = FailsafeAction.RTL;
    }
    if (selected == FailsafeAction.RTL && !canRun.test(Px4Mode.RTL)) {
      selected = FailsafeAction.LAND;
    }
    if (selected == FailsafeAction.LAND && !canRun.test(Px4Mode.LAND)) {
      selected = FailsafeAction.DESCEND;
    }
    return selected;
  }

  private void tell(Px4Mode intended, FailsafeAction action, FailsafeAction delayed) {
    boolean generic = worst.eventNumber() == 0;
    if (delayed != FailsafeAction.NONE) {
      long seconds = Math.round(delayS);
      Px4Event event =
          Px4Event.of(
                  generic
                      ? "commander_failsafe_enter_generic_hold"
                      : "commander_failsafe_enter_hold",
                  Px4Event.FAILSAFE)
              .with(intended.customMode(), 4)
              .with(delayed.number(), 1)
              .with(seconds, 2);
      craft.say(
          2,
          "Failsafe activated: entering Hold for " + seconds + " seconds",
          generic ? event : event.with(worst.eventNumber(), 1));
      return;
    }
    String name =
        !generic
            ? "commander_failsafe_enter"
            : action == FailsafeAction.DESCEND
                ? "commander_failsafe_enter_autopilot_disengaged"
                : "commander_failsafe_enter_generic";
    Px4Event event =
        Px4Event.of(name, Px4Event.FAILSAFE)
            .with(intended.customMode(), 4)
            .with(action.number(), 1);
    craft.say(2, "Failsafe activated", generic ? event : event.with(worst.eventNumber(), 1));
  }

  /** A person chose a mode, and it was accepted. */
  void modeChanged() {
    asked.keySet().removeIf(FailsafeCause::kept);
    if (active() && !terminated()) {
      takenOver = select().worseThan(FailsafeAction.WARN);
      // the number is known from recordings p1 and p5, its name is not
      craft.voice.event(Px4Event.recorded(17738815, Px4Event.INFO));
      now = FailsafeAction.NONE;
    }
    delayS = 0;
  }

  /** Whether something else than the pilot's wish flies: HEARTBEAT says CRITICAL. */
  boolean active() {
    return now.worseThan(FailsafeAction.WARN);
  }

  /** Whether the flight was cut: nothing but a restart ends that. */
  boolean terminated() {
    return now == FailsafeAction.TERMINATE;
  }

  FailsafeAction now() {
    return now;
  }

  /** Forgets what was about a battery that is no longer there. */
  void batteryReplaced() {
    for (FailsafeCause cause :
        Set.of(FailsafeCause.BATTERY_CRITICAL, FailsafeCause.BATTERY_EMERGENCY)) {
      asked.remove(cause);
      failing.remove(cause);
    }
  }
}
