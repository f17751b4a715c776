package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestList;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Reads all parameters of a vehicle: asks for the list, then for each number that did not come. A
 * vehicle that tells the hash of its parameters (PX4) is asked for that first: when it is the one
 * that goes with the list known so far, nothing more is read.
 *
 * @source MAVLink guide, services, parameter, "Read All" and "Parameter Caching"; recordings a20
 *     (1354 in 0.7 s), p11 (886 in 0.9 s and _HASH_CHECK, which is not in the count)
 */
public final class ParameterListMachine implements Machine<ParameterList> {
  /** ArduCopter has some 1,400. */
  static final int COUNT_MAX = 5000;

  /** Silence after which what is missing is asked for. */
  static final Duration SILENCE = Duration.ofSeconds(1);

  /** Asked for at once: a radio's buffer holds so many. */
  static final int BATCH = 20;

  /** Silences in a row after which the vehicle is given up. */
  static final int SILENCES_MAX = 12;

  /** Silences after which the list is asked for although the hash was not told. */
  static final int UNHASHED_AFTER = 4;

  private static final String HASH = "_HASH_CHECK";

  /** What vehicles give to values that are not sent as part of the list. */
  private static final int NO_INDEX = 65535;

  private final Peer peer;
  private final ParameterCoding coding;
  private final ParameterList known;
  private final Set<Integer> seen = new HashSet<>();
  private final TreeMap<Integer, ParameterSetting> found = new TreeMap<>();
  private OptionalLong hash = OptionalLong.empty();
  private boolean listing;
  private boolean ended;
  private int count;
  private int silences;
  private Instant deadline = Instant.EPOCH;

  /**
   * @param known what this vehicle's last list was, see {@link ParameterList#NOTHING}
   */
  public ParameterListMachine(Peer peer, ParameterCoding coding, ParameterList known) {
    this.peer = peer;
    this.coding = coding;
    this.known = known;
  }

  @Override
  public Advance<ParameterList> start(Instant now) {
    return known.hash().isPresent() ? askForHash(now) : list(now);
  }

  private Advance<ParameterList> askForHash(Instant now) {
    deadline = now.plus(SILENCE);
    return Advance.send(new ParamRequestRead(peer.system(), peer.component(), HASH, -1));
  }

  private Advance<ParameterList> list(Instant now) {
    listing = true;
    deadline = now.plus(SILENCE);
    return Advance.send(new ParamRequestList(peer.system(), peer.component()));
  }

  @Override
  public Advance<ParameterList> onMessage(VehicleMessage message, Instant now) {
    if (ended || !(message instanceof ParamValue value)) {
      return Advance.nothing();
    }
    if (value.name().equals(HASH)) {
      return onHash(Float.floatToRawIntBits(value.value()) & 0xFFFF_FFFFL, now);
    }
    boolean counts = value.index() != NO_INDEX && value.index() < value.count();
    if (!listing || !counts || value.count() > COUNT_MAX) {
      return Advance.nothing();
    }
    if (value.count() != count) {
      seen.clear();
      found.clear(); // the first of them, or a setting has made others appear
      count = value.count();
    }
    seen.add(value.index());
    coding
        .value(value)
        .ifPresent(
            number -> found.put(value.index(), new ParameterSetting(value.name(), (float) number)));
    silences = 0;
    deadline = now.plus(SILENCE);
    return seen.size() == count ? end(whole()) : Advance.nothing();
  }

  private Advance<ParameterList> onHash(long told, Instant now) {
    hash = OptionalLong.of(told);
    if (listing) {
      return Advance.nothing();
    }
    return known.hash().equals(hash) ? end(known) : list(now);
  }

  private ParameterList partly() {
    return new ParameterList(false, List.copyOf(found.values()), OptionalLong.empty());
  }

  private ParameterList whole() {
    return new ParameterList(true, List.copyOf(found.values()), hash);
  }

  @Override
  public Advance<ParameterList> onTick(Instant now) {
    if (ended || now.isBefore(deadline)) {
      return Advance.nothing();
    }
    if (++silences > SILENCES_MAX) {
      return end(partly());
    }
    if (!listing && silences < UNHASHED_AFTER) {
      return askForHash(now);
    }
    if (seen.isEmpty()) {
      return list(now);
    }
    deadline = now.plus(SILENCE);
    List<VehicleMessage> missing = new ArrayList<>();
    for (int i = 0; i < count && missing.size() < BATCH; i++) {
      if (!seen.contains(i)) {
        missing.add(new ParamRequestRead(peer.system(), peer.component(), "", i));
      }
    }
    return new Advance<>(missing, null);
  }

  @Override
  public Advance<ParameterList> cancel() {
    return ended ? Advance.nothing() : end(partly());
  }

  private Advance<ParameterList> end(ParameterList list) {
    ended = true;
    return Advance.end(list);
  }
}
