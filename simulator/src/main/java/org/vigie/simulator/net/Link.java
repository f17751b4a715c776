package org.vigie.simulator.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.FrameReader;
import org.vigie.simulator.net.frame.FrameWriter;
import org.vigie.simulator.net.frame.Payload;
import org.vigie.simulator.net.frame.Signing;
import org.vigie.simulator.net.message.Messages;

/**
 * One station on one wire: its packets in both directions, through what the link does to them. A
 * station that does not read loses messages, never the world's time. Confined to the world's
 * thread.
 */
final class Link {
  /** Packets read and not yet handed over; beyond these the socket is left alone. */
  private static final int ARRIVED_MAX = 1024;

  private final int id;
  private final boolean firstPort;
  private final Wire wire;
  private final LinkCounters counters;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final Deque<Frame> arrived = new ArrayDeque<>();
  private final Pulses pulses = new Pulses();
  private final LossyPipe<Frame> up;
  private final LossyPipe<Frame> down;
  private int version;
  private boolean known;

  Link(int id, boolean firstPort, Wire wire, VehicleLinks vehicle, long seed) {
    this.id = id;
    this.firstPort = firstPort;
    this.wire = wire;
    this.counters = vehicle.counters();
    Messages messages = vehicle.messages();
    this.reader = new FrameReader(messages, arrived::add);
    this.writer = new FrameWriter(vehicle.systemId(), Autopilot.COMPONENT);
    this.up = new LossyPipe<>(wire.carrier(), seed * 2);
    this.down = new LossyPipe<>(wire.carrier(), seed * 2 + 1);
    this.version = vehicle.rules().version() == LinkRules.Version.TWO ? 2 : 1;
  }

  int id() {
    return id;
  }

  boolean firstPort() {
    return firstPort;
  }

  Wire wire() {
    return wire;
  }

  /** Whether more may be read from its socket now. */
  boolean hasRoom() {
    return arrived.size() < ARRIVED_MAX;
  }

  /** Bytes have come from the station. */
  void read(ByteBuffer bytes) {
    long garbage = reader.garbageBytes();
    long checksums = reader.badChecksums();
    long unknown = reader.unknown();
    reader.read(bytes);
    counters.countRead(
        reader.garbageBytes() - garbage,
        reader.badChecksums() - checksums,
        reader.unknown() - unknown);
  }

  /** Nothing more comes. */
  void end() {
    long garbage = reader.garbageBytes();
    reader.end();
    counters.countRead(reader.garbageBytes() - garbage, 0, 0);
  }

  /** The next packet that was read; empty for none. */
  Optional<Frame> nextArrived() {
    return Optional.ofNullable(arrived.poll());
  }

  boolean heard() {
    return !arrived.isEmpty();
  }

  /** What the station repeats. */
  Pulses pulses() {
    return pulses;
  }

  LossyPipe<Frame> up() {
    return up;
  }

  LossyPipe<Frame> down() {
    return down;
  }

  /** Messages that faults have cost, in both directions. */
  long lost() {
    return up.lost() + up.overflowed() + down.lost() + down.overflowed();
  }

  /** The station has spoken in a version. */
  void heardVersion(int spoken, LinkRules.Version rule) {
    if (spoken == 2 && rule == LinkRules.Version.FOLLOW) {
      version = 2;
    }
  }

  /** The vehicle's next packet for this station. */
  Optional<Frame> frame(int componentId, Payload payload, Signing signing) {
    return writer.frame(
        componentId, payload, version, version == 2 ? signing.signer(id) : Optional.empty());
  }

  /** Puts a packet on its way to the station. */
  void depart(Frame frame, double nowS) {
    if (down.clear()) {
      send(frame);
    } else {
      down.offer(frame, frame.length(), nowS);
    }
  }

  /** Sends what is due. */
  void flush(double nowS) {
    for (Frame frame : down.due(nowS)) {
      send(frame);
    }
    wire.flush();
  }

  private void send(Frame frame) {
    if (wire.send(frame)) {
      counters.countSent();
    } else {
      counters.countDropped();
    }
  }

  /** Whether the autopilot has been told of it. */
  boolean known() {
    return known;
  }

  void introduce() {
    known = true;
  }
}
