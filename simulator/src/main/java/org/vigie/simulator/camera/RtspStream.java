package org.vigie.simulator.camera;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.simulator.camera.rtp.RtpPacketizer;

/**
 * One camera's stream to all that have asked for it. Its camera's thread sends, the server's thread
 * brings and takes receivers.
 */
final class RtspStream implements FrameSink {
  private final String name;
  private final RtpPacketizer packetizer;
  private final Set<RtspClient> playing = new CopyOnWriteArraySet<>();
  private final AtomicBoolean keyWish = new AtomicBoolean();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();
  private volatile int nextSequence;

  RtspStream(String name, int source) {
    this.name = name;
    this.packetizer = new RtpPacketizer(source);
  }

  String name() {
    return name;
  }

  /** The next packet's number, for a receiver that begins. */
  int nextSequence() {
    return nextSequence;
  }

  void play(RtspClient client) {
    playing.add(client);
    keyWish.set(true);
  }

  void stop(RtspClient client) {
    playing.remove(client);
  }

  @Override
  public int send(AccessUnit unit, long time90k, long epochMillis) {
    int bytes = 0;
    List<byte[]> packets = packetizer.pack(unit.annexB(), time90k);
    nextSequence = packetizer.sequence();
    for (byte[] packet : packets) {
      bytes += packet.length;
    }
    for (RtspClient client : playing) {
      boolean taken = client.picture(packets, unit.key());
      (taken ? sent : unsent).addAndGet(packets.size());
    }
    return bytes;
  }

  @Override
  public boolean wanted() {
    return !playing.isEmpty();
  }

  @Override
  public boolean takeKeyWish() {
    return keyWish.getAndSet(false);
  }

  @Override
  public long[] counts() {
    return new long[] {sent.get(), unsent.get()};
  }

  @Override
  public void close() {
    // the server closes its receivers
  }
}
