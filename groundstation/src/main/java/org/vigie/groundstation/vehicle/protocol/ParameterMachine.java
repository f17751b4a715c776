package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.ParameterMessage;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamError;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Reads parameters by name, one after the other, and writes those that are not as wanted. Reading
 * comes first: it tells the type that PX4 insists on, what was there before, and what need not be
 * written. The answer to a write is not believed: an older answer looks the same, so after it the
 * value is asked for. Values are compared as floats.
 *
 * <p>ArduPilot does not answer to a name that it does not know, nor to NaN; PX4 says PARAM_ERROR.
 * The name is told at the end and the others go on.
 *
 * @source MAVLink guide, services, parameter; recordings a20, p11
 */
public final class ParameterMachine implements Machine<ParametersOutcome> {
  /** More than any flight needs. */
  public static final int NAMES_MAX = 200;

  static final Duration ANSWER_TIMEOUT = Duration.ofMillis(500);

  /**
   * How often one name is written, and how often it is read, without the wanted answer: where a
   * fifth is lost each way, one of two hundred thousand reads stays without.
   */
  static final int ATTEMPTS_MAX = 12;

  private enum Phase {
    READING,
    WRITING,
    ENDED
  }

  /** What is wanted of one name; any value when it is only read. */
  private record Wanted(String name, @Nullable Float value) {}

  private final Peer peer;
  private final ParameterCoding coding;
  private final List<Wanted> wanted;
  private final List<ParameterSetting> before = new ArrayList<>();
  private final List<ParameterSetting> values = new ArrayList<>();
  private final List<String> different = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private Phase phase = Phase.READING;
  private @Nullable ParamSet set;
  private int at;
  private int attempts;
  private int writes;
  private Instant deadline = Instant.EPOCH;

  private ParameterMachine(Peer peer, ParameterCoding coding, List<Wanted> wanted) {
    this.peer = peer;
    this.coding = coding;
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

  public static ParameterMachine reading(Peer peer, ParameterCoding coding, List<String> names) {
    return new ParameterMachine(
        peer, coding, names.stream().map(n -> new Wanted(n, null)).toList());
  }

  public static ParameterMachine writing(
      Peer peer, ParameterCoding coding, List<ParameterSetting> settings) {
    return new ParameterMachine(
        peer, coding, settings.stream().map(s -> new Wanted(s.name(), s.value())).toList());
  }

  @Override
  public Advance<ParametersOutcome> start(Instant now) {
    return begin(now);
  }

  @Override
  public Advance<ParametersOutcome> onMessage(VehicleMessage message, Instant now) {
    if (phase == Phase.ENDED) {
      return Advance.nothing();
    }
    String name = wanted.get(at).name();
    if (message instanceof ParamError error) {
      boolean ours =
          error.name().equals(name) && peer.isForUs(error.targetSystem(), error.targetComponent());
      return ours ? onError(now) : Advance.nothing();
    }
    if (!(message instanceof ParamValue value) || !value.name().equals(name)) {
      return Advance.nothing();
    }
    if (phase == Phase.WRITING) {
      phase = Phase.READING;
      attempts = 0;
      return ask(now);
    }
    return onRead(value, now);
  }

  /** What PX4 refuses it will refuse again; the index that it tells means nothing. */
  private Advance<ParametersOutcome> onError(Instant now) {
    (phase == Phase.WRITING ? different : unanswered).add(wanted.get(at).name());
    return next(now);
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
    return Advance.end(new ParametersOutcome.Cancelled(values, before));
  }

  private Advance<ParametersOutcome> begin(Instant now) {
    if (at == wanted.size()) {
      phase = Phase.ENDED;
      boolean complete = different.isEmpty() && unanswered.isEmpty();
      return Advance.end(
          complete
              ? new ParametersOutcome.Complete(values, before)
              : new ParametersOutcome.Incomplete(values, before, different, unanswered));
    }
    phase = Phase.READING;
    attempts = 0;
    return ask(now);
  }

  private Advance<ParametersOutcome> next(Instant now) {
    at++;
    writes = 0;
    return begin(now);
  }

  private Advance<ParametersOutcome> ask(Instant now) {
    attempts++;
    deadline = now.plus(ANSWER_TIMEOUT);
    ParamSet writing = set;
    return Advance.send(
        phase == Phase.WRITING && writing != null
            ? writing
            : new ParamRequestRead(peer.system(), peer.component(), wanted.get(at).name(), -1));
  }

  private Advance<ParametersOutcome> onRead(ParamValue told, Instant now) {
    Wanted one = wanted.get(at);
    Float value = one.value();
    OptionalDouble read = coding.value(told);
    if (read.isEmpty()) {
      different.add(one.name());
      return next(now);
    }
    ParameterSetting found = new ParameterSetting(one.name(), (float) read.getAsDouble());
    if (writes == 0) {
      before.add(found);
    }
    boolean equal = value == null || value == found.value();
    Optional<ParamSet> write =
        equal || value == null || writes == ATTEMPTS_MAX
            ? Optional.empty()
            : coding.set(peer, one.name(), value, told.type());
    if (write.isPresent()) {
      writes++;
      set = write.get();
      phase = Phase.WRITING;
      attempts = 0;
      return ask(now);
    }
    values.add(found);
    if (!equal) {
      different.add(one.name());
    }
    return next(now);
  }
}
