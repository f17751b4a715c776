package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.ParameterMessage;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Reads parameters by name, or writes them and reads each back until it is what was wanted, one
 * after the other. The answer to a write is not believed: an older answer looks the same, so after
 * it the value is asked for. Values are compared as floats.
 *
 * <p>A vehicle does not answer to a name that it does not know, nor to NaN; then the name is told
 * at the end and the others go on.
 *
 * @source MAVLink guide, services, parameter; recorded ArduCopter flights
 */
public final class ParameterMachine implements Machine<ParametersOutcome> {
  /** More than any flight needs. */
  public static final int NAMES_MAX = 200;

  static final Duration ANSWER_TIMEOUT = Duration.ofMillis(500);

  /** How often one name is written, and how often it is read, without the wanted answer. */
  static final int ATTEMPTS_MAX = 6;

  private enum Phase {
    WRITING,
    READING,
    ENDED
  }

  /** What is wanted of one name; any value when it is only read. */
  private record Wanted(String name, @Nullable Float value) {}

  private final Peer peer;
  private final List<Wanted> wanted;
  private final List<ParameterSetting> values = new ArrayList<>();
  private final List<String> different = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private Phase phase = Phase.READING;
  private int at;
  private int attempts;
  private int rewrites;
  private Instant deadline = Instant.EPOCH;

  private ParameterMachine(Peer peer, List<Wanted> wanted) {
    this.peer = peer;
    this.wanted = wanted;
    if (wanted.size() > NAMES_MAX) {
      throw new IllegalArgumentException(wanted.size() + " parameters; at most " + NAMES_MAX);
    }
    for (Wanted one : wanted) {
      if (one.name().isEmpty() || one.name().length() > ParameterMessage.NAME_LENGTH_MAX) {
        throw new IllegalArgumentException("not a parameter's name: " + one.name());
      }
    }
  }

  public static ParameterMachine reading(Peer peer, List<String> names) {
    return new ParameterMachine(peer, names.stream().map(n -> new Wanted(n, null)).toList());
  }

  public static ParameterMachine writing(Peer peer, List<ParameterSetting> settings) {
    return new ParameterMachine(
        peer, settings.stream().map(s -> new Wanted(s.name(), s.value())).toList());
  }

  @Override
  public Advance<ParametersOutcome> start(Instant now) {
    return begin(now);
  }

  @Override
  public Advance<ParametersOutcome> onMessage(VehicleMessage message, Instant now) {
    if (phase == Phase.ENDED
        || !(message instanceof ParamValue value)
        || !value.name().equals(wanted.get(at).name())) {
      return Advance.nothing();
    }
    if (phase == Phase.WRITING) {
      phase = Phase.READING;
      attempts = 0;
      return ask(now);
    }
    return onRead(value.value(), now);
  }

  @Override
  public Advance<ParametersOutcome> onTick(Instant now) {
    if (phase == Phase.ENDED || now.isBefore(deadline)) {
      return Advance.nothing();
    }
    if (attempts < ATTEMPTS_MAX) {
      return ask(now);
    }
    unanswered.add(wanted.get(at).name());
    return next(now);
  }

  @Override
  public Advance<ParametersOutcome> cancel() {
    if (phase == Phase.ENDED) {
      return Advance.nothing();
    }
    phase = Phase.ENDED;
    return Advance.end(new ParametersOutcome.Cancelled());
  }

  private Advance<ParametersOutcome> begin(Instant now) {
    if (at == wanted.size()) {
      phase = Phase.ENDED;
      boolean complete = different.isEmpty() && unanswered.isEmpty();
      return Advance.end(
          complete
              ? new ParametersOutcome.Complete(values)
              : new ParametersOutcome.Incomplete(values, different, unanswered));
    }
    phase = wanted.get(at).value() == null ? Phase.READING : Phase.WRITING;
    attempts = 0;
    return ask(now);
  }

  private Advance<ParametersOutcome> next(Instant now) {
    at++;
    rewrites = 0;
    return begin(now);
  }

  private Advance<ParametersOutcome> ask(Instant now) {
    attempts++;
    deadline = now.plus(ANSWER_TIMEOUT);
    Wanted one = wanted.get(at);
    Float value = one.value();
    return Advance.send(
        phase == Phase.READING || value == null
            ? new ParamRequestRead(peer.system(), peer.component(), one.name(), -1)
            : new ParamSet(peer.system(), peer.component(), one.name(), value, ParamSet.REAL32));
  }

  private Advance<ParametersOutcome> onRead(float read, Instant now) {
    Wanted one = wanted.get(at);
    Float value = one.value();
    if (value != null && value != read && ++rewrites < ATTEMPTS_MAX) {
      phase = Phase.WRITING; // an older answer, or the write was lost after all
      attempts = 0;
      return ask(now);
    }
    values.add(new ParameterSetting(one.name(), read));
    if (value != null && value != read) {
      different.add(one.name());
    }
    return next(now);
  }
}
